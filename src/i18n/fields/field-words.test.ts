import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { zh } from '../app/zh'
import { cliZh } from '../cli/cli.zh'
import { panelsZh } from '../panels/panels.zh'
import type { FieldWords } from '../words'

const read = (file: string): Record<string, FieldWords> =>
  JSON.parse(readFileSync(new URL(`./${file}`, import.meta.url), 'utf8'))
const files = readdirSync(new URL('./en', import.meta.url))

test.each(files)('%s says the same of each parameter in both languages', (file) => {
  const parts = (words: Record<string, FieldWords>) => Object.entries(words).map(([id, own]) => [id, Object.keys(own)])
  const [english, chinese] = [read(`en/${file}`), read(`zh/${file}`)]
  expect(parts(chinese)).toEqual(parts(english))
  const words = Object.values(chinese).flatMap((own) => Object.values(own))
  expect(words.filter((word) => word.trim() === '')).toEqual([])
})

/** One term for one thing: the word that is used, and those that are not. */
const glossary: readonly [string, RegExp][] = [
  ['学习率', /学习速率|学习率计划/],
  ['预热', /热身/],
  ['全局批大小、微批大小', /批次大小|批量大小|微批次|micro batch|global batch/i],
  ['轮', /(?<![\w.{"])epochs?(?![\w}=])/],
  ['张量并行、流水线并行', /张量模型并行|流水线模型并行|管道并行/],
  ['潜变量', /隐变量|潜在变量/],
  ['去噪', /降噪/],
  ['采样器', /取样/],
  ['无分类器引导', /无分类器指导/],
  ['提示词、负向提示词', /提示语|反向提示|负面提示/],
  ['跳跃连接', /跳连/],
  ['梯度裁剪、梯度累积', /梯度截断|梯度剪裁|梯度累加/],
  ['指数移动平均', /指数滑动平均/],
  ['优化器', /最优化器/],
  ['裁剪', /剪裁|裁切/],
  ['宽高比', /长宽比/],
  ['校准', /标定/],
  ['目录', /文件夹/],
  ['推理', /推断/],
  ['token', /词元/],
  ['引用', /内插|插值表达式/],
]

test('Chinese words keep to one term for one thing', () => {
  const said = (value: unknown): string[] => {
    if (typeof value === 'string') return [value]
    if (typeof value === 'function') return [String(value)]
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(said) : []
  }
  const folder = (name: string) => readdirSync(new URL(name, import.meta.url)).map((file) => `${name}/${file}`)
  const data = [
    ...folder('./zh'),
    ...folder('../rules/zh'),
    '../recipes/zh.json',
    './groups.zh.json',
    './units.zh.json',
  ]
  const sentences = [...data.map(read), zh, panelsZh, cliZh].flatMap(said)
  const other = glossary.flatMap(([term, others]) =>
    sentences.filter((sentence) => others.test(sentence)).map((sentence) => [term, sentence]),
  )
  expect(other).toEqual([])
})
