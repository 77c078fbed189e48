import { expect, test } from 'vitest'
import { codeMarkdown, plainMarkdown } from './markdown'

test.each([
  ['<instance_dir>_cached', '&lt;instance\\_dir&gt;\\_cached'],
  ['rows*columns of 1e-4', 'rows\\*columns of 1e\\-4'],
  ['![x](https://a.b/c.png) `d`', '\\!\\[x\\]\\(https://a\\.b/c\\.png\\) \\`d\\`'],
  ['a & b &lt;', 'a &amp; b &amp;lt;'],
  ['# 学习率', '\\# 学习率'],
])('%j as text', (text, markdown) => expect(plainMarkdown(text)).toBe(markdown))

test.each([
  ['a.b', '`a.b`'],
  ['a`b', '``a`b``'],
  ['`![x](y)', '`` `![x](y) ``'],
  ['a\nb', '`a b`'],
])('%j as code', (text, markdown) => expect(codeMarkdown(text)).toBe(markdown))
