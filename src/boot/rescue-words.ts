/** A sentence in both languages: which one a user reads may be what could not be loaded. */
export interface Both {
  readonly en: string
  readonly zh: string
}

/** What the page says when the app does not start. */
export const rescueWords = {
  failed: {
    en: 'The editor could not be loaded: a file of it is missing, or the network is. Nothing that you wrote is lost.',
    zh: '编辑器未能加载：它的某个文件缺失，或网络不可用。您写的内容没有丢失。',
  },
  replaced: {
    en: 'A new version of the editor has been installed, and files of the old one are gone. Nothing that you wrote is lost.',
    zh: '编辑器已更新到新版本，旧版本的文件已不存在。您写的内容没有丢失。',
  },
  again: { en: 'Try again', zh: '重试' },
  reload: { en: 'Reload with the new version', zh: '加载新版本' },
  download: { en: 'Download', zh: '下载' },
  text: {
    en: 'Your text. What you change here is kept.',
    zh: '您的文本。此处的修改会保留。',
  },
  textOnlyHere: {
    en: 'This browser does not keep what you change here: download it.',
    zh: '此浏览器无法保留此处的修改：请下载。',
  },
  others: { en: 'Also kept in this browser', zh: '此浏览器中还保留着' },
  unreadable: { en: 'cannot be read, as it was kept', zh: '无法读取，按原样提供' },
} satisfies Record<string, Both>
