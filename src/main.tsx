import './theme/base.css'
import { start } from './app/start'

void start(document.getElementById('root') as HTMLElement)
