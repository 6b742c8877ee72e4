// The texts of the pages about actions, which only their readers load.
import { addWords } from './i18n.js'
import editorDe from '../words/de/action-editor.js'
import editorEn from '../words/en/action-editor.js'
import trialsDe from '../words/de/trials.js'
import trialsEn from '../words/en/trials.js'
import worksDe from '../words/de/works.js'
import worksEn from '../words/en/works.js'

export const actionWords = () => addWords({ ...editorDe, ...trialsDe, ...worksDe }, { ...editorEn, ...trialsEn, ...worksEn })
