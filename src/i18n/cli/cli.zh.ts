import type { CliMessages } from './cli.en'

/** 终端里的中文。 */
export const cliZh: CliMessages = {
  help: {
    all: `t2i-config：检查、修改和理解 NeMo 2.0 Text2Img 配置

  t2i-config check 文件…            报告会失败或值得留意之处
  t2i-config set 文件 覆盖项…       应用 Hydra 覆盖项，注释与排版不变
  t2i-config diff A B               按取值比较两个配置
  t2i-config resolve 文件           输出所有 \${…} 解析后的配置
  t2i-config typed 文件             以 JSON 输出 OmegaConf 读到的带类型的值
  t2i-config schema                 以 JSON Schema 输出全部参数
  t2i-config recipes [ID]           列出配方，或输出其中一个

文件可写 -，表示标准输入。每个命令都支持 --help 与 --lang en|zh。
退出码：0 正常，1 发现问题，2 用法错误或文件无法读取。
`,
    check: `t2i-config check 文件… [--format text|json|github|sarif] [--notes]
                       [--fail-on error|warning|info] [--family 类别] [--env 名称=值]…

与编辑器相同，报告启动时会失败或值得留意之处。

  --format   text（默认）、json、github（Actions 注解）或 sarif（2.1.0）
  --notes    text 格式下也列出提示；其他格式总是包含提示
  --fail-on  达到该级别即返回 1，默认 warning
  --family   指定配置类别，不再按键识别：sd、sdxl、imagen、dreambooth、controlnet、
             instruct_pix2pix 或 inference
  --env      供 \${oc.env:名称} 读取的变量，可重复

在值后写注释  # t2i-config: ignore 规则ID  可在该处忽略此规则；单独成行则对整个文件生效。
`,
    set: `t2i-config set 文件 覆盖项… [-o 输出 | --in-place]

按 Hydra 1.3 的规则应用覆盖项（k=v、+k=v、++k=v、~k），要么全部应用，要么不动；只改动对应值的字节。
输出新文本，或写入文件。

  -o, --output 输出  写入该文件
  -i, --in-place     写回原文件，要么完整写入，要么不动

覆盖项含空格、~、$、引号或括号时，请为 shell 加引号：
  t2i-config set conf.yaml -i trainer.devices=8 '~model.ema' 'model.optim.betas=[0.9,0.95]'
`,
    diff: `t2i-config diff A B [--format overrides|text|json]

按取值与类型比较两个配置，忽略排版和注释。

  --format   overrides（默认）：把 A 变成 B 的 Hydra 覆盖项，每行一个；
             text：路径、A 中的值、B 中的值；json：同样内容的数据

退出码：0 相同，1 不同，2 文件无法读取。
`,
    resolve: `t2i-config resolve 文件 [--path 路径] [--env 名称=值]…

输出所有 \${…} 解析后的配置。

  --path     只输出此处，例如 model.optim.lr
  --env      供 \${oc.env:名称} 读取的变量，可重复
`,
    typed: `t2i-config typed 文件

以 JSON 输出 OmegaConf 读到的内容：{"t": "int", "v": "1"}、{"t": "dict", "v": [[键, 值], …]} 等。
`,
    schema: `t2i-config schema [--draft 2020-12|07]

以 JSON Schema 输出全部参数及说明，供其他编辑器使用。
`,
    recipes: `t2i-config recipes [ID]

列出配方，或输出指定的一个。
`,
  },
  usage: {
    noCommand: '未给出命令。',
    unknownCommand: (name, near) => `没有 ${name} 这个命令。${near === '' ? '' : `是否想写 ${near}？`}`,
    unknownOption: (option) => `此处没有 ${option} 这个选项。`,
    optionValue: (option) => `${option} 用法有误：缺少取值，或本不接受取值。`,
    choice: (option, value, choices) => `${option} 不支持 ${value}，可选：${choices}。`,
    noFile: '请至少给出一个文件。',
    oneFile: '请给出且只给出一个文件。',
    twoFiles: '请给出两个文件。',
    noOverride: '请给出一个文件和至少一个覆盖项。',
    noArguments: '此命令不接受参数。',
    oneRecipe: '请给出一个配方，或不给以列出全部。',
    oneTarget: '--output 与 --in-place 只能用其一。',
    stdinInPlace: '标准输入无法写回原处。',
    stdinTwice: '标准输入只能使用一次。',
    noOutput: '--output 需要一个文件名。',
    env: (given) => `${given} 不是“名称=值”的形式。`,
    path: (given) => `${given} 不是路径，请写成 model.optim.betas[0] 的形式。`,
    seeHelp: (command) => `参见：t2i-config ${command}--help`,
    bug: (message) => `这是 t2i-config 自身的错误，请反馈：${message}`,
  },
  files: {
    unreadable: (name, reason) => `无法读取 ${name}：${reason}。`,
    unwritable: (name, reason) => `无法写入 ${name}：${reason}。未写入任何内容。`,
    tooLarge: (name, limit) => `${name} 超过 ${limit} MB 的上限。`,
    utf16: (place) => `${place}：此文件是 UTF-16 编码，OmegaConf 只读取 UTF-8。`,
    binary: (place) => `${place}：此处有 NUL 字节，不是文本文件。`,
    'not-utf-8': (place) => `${place}：此字节不是 UTF-8，OmegaConf 只读取 UTF-8。`,
    output: (reason) => `无法写入标准输出：${reason}。`,
    reasons: {
      ENOENT: '文件或目录不存在',
      EACCES: '没有权限',
      EPERM: '没有权限',
      EROFS: '文件系统只读',
      EISDIR: '这是一个目录',
      ENOTDIR: '路径中有一段不是目录',
      ENOSPC: '磁盘已满',
      ELOOP: '符号链接形成了循环',
      ENAMETOOLONG: '名称过长',
    },
  },
  check: {
    levels: { error: '错误', warning: '警告', info: '提示' },
    summary: (files, errors, warnings, infos) =>
      errors + warnings + infos === 0
        ? `${files} 个文件：未发现问题。`
        : `${files} 个文件：${errors} 个错误，${warnings} 个警告，${infos} 个提示。`,
    howToList: '用 --notes 列出提示。',
    readOff: (sources) => `依据 NeMo 源码：${sources}`,
    codes: {
      type: '值的类型不对。',
      misread: '读取结果与此处所需类型不符的值。',
      enum: '值不在允许的范围之内。',
      range: '数值超出范围。',
      pattern: '文本的格式不对。',
      length: '列表的长度不对。',
      null: '此处需要值，却是 null。',
      'unknown-key': '没有代码读取、或会使运行中止的键。',
      'unknown-class-parameter': '该类没有的参数。',
      'missing-class-parameter': '缺少该类必需的参数。',
      'missing-class': '对象缺少 _target_。',
      'class-moved': '在 NeMo 2.0 中已移到别处的类。',
      'class-unlisted': '尚不清楚能否用在此处的类。',
      'class-status': '已知不能用在此处的类。',
      'not-applicable': '属于其他优化器、学习率策略或采样器的参数。',
      'unused-key': 'NeMo 2.0 中没有代码读取的键。',
      'deprecated-key': '已弃用的键。',
      'removed-key': '已移除、会使运行中止的键。',
      interpolation: '无法解析的 ${…}。',
      'unresolved-here': '只有启动时才能解析的 ${…}。',
      'yaml-character': 'YAML 不允许的字符。',
      'yaml-bad-start': '以保留字符开头的值。',
      'yaml-open-quote': '没有关闭的引号。',
      'yaml-escape': 'YAML 中没有的转义。',
      'yaml-flow': '缺少逗号或括号。',
      'yaml-alias': '没有对应锚点的别名。',
      'yaml-anchor': '重复定义的锚点。',
      'yaml-duplicate-key': '重复的键。',
      'yaml-tag': 'OmegaConf 不接受的标签。',
      'yaml-tag-value': '无法按标签读取的值。',
      'yaml-value-type': 'OmegaConf 不接受的值类型。',
      'yaml-recursive': '出现在所引用的值内部的别名。',
    },
  },
  diff: {
    absent: '不存在',
    whole: '整个文件',
    noMap: (file) => `${file} 不是由键和值组成的映射，请改用 --format text 或 json。`,
    tooMany: (n) => `有 ${n} 处不同，无法用覆盖项表达，请改用 --format text 或 json。`,
    cannot: (path) => `没有覆盖项能表达 ${path}，请在文件中修改。`,
  },
  set: {
    noMap: '该文件不是由键和值组成的映射，无法应用覆盖项。',
  },
  recipes: {
    unknown: (id, near) => `没有 ${id} 这个配方。${near === '' ? '' : `是否想写 ${near}？`}`,
  },
}
