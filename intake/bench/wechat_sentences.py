"""What the followers of the bench say."""

SENTENCES = (
    "我想开个小饭馆",
    "要多少钱",
    "身份证丢了要补",
    "几点开门",
    "在哪里办",
    "残疾证到期了换新的",
    "我的件办到哪了",
    "谢谢",
)
