/** Shows the document, and says in Chinese what Swagger UI says in English (words.json); it has no other languages of its own. */

const WORDS_OF = ['placeholder', 'aria-label', 'title']

function translate(root, words) {
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const chinese = words[node.data.trim()]
    // What stands in the document itself, a path or an example, is code.
    if (chinese && !node.parentElement.closest('code, pre, textarea, .microlight')) node.data = chinese
  }
  for (const name of WORDS_OF) {
    for (const element of root.querySelectorAll(`[${name}]`)) {
      const chinese = words[element.getAttribute(name).trim()]
      if (chinese) element.setAttribute(name, chinese)
    }
  }
}

async function start() {
  const words = await (await fetch('/docs/words.json')).json()
  const root = document.getElementById('docs')
  new MutationObserver(() => translate(root, words)).observe(root, { childList: true, subtree: true, characterData: true })
  SwaggerUIBundle({
    url: '/api/v1/openapi.json',
    domNode: root,
    deepLinking: true,
    docExpansion: 'none',
    defaultModelsExpandDepth: 0,
    filter: true,
    // Nothing of what is tried here is kept, and nobody else is asked whether the document is right.
    persistAuthorization: false,
    validatorUrl: null,
  })
}

void start()
