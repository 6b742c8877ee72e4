export * from '../webjars/vue/3.5.22/dist/vue.runtime.esm-browser.prod.js'
