// What staff pages have beyond torg.ts.
import { startKeyboard } from './keyboard.ts'
import { startSelection } from './selection.ts'

startKeyboard()
startSelection()
