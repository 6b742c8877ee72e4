export * from '../webjars/vue/3.5.26/dist/vue.runtime.esm-browser.prod.js'
