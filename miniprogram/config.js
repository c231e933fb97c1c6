/** The public address of the service (INTAKE_PUBLIC_URL); it has to be a business domain (业务域名) of the mini-program. */
module.exports = { page: 'https://zw.example.cn' }
