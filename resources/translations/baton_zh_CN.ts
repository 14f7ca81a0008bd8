<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name></name>
    <message>
        <source>$ a million tokens</source>
        <translation>美元/百万 token</translation>
    </message>
    <message>
        <source>&apos;$ref&apos; must be a text</source>
        <translation>&apos;$ref&apos; 必须是文本</translation>
    </message>
    <message>
        <source>&apos;type&apos; is one of {types}, not {value}</source>
        <translation>&apos;type&apos; 应为 {types} 之一，而不是 {value}</translation>
    </message>
    <message>
        <source>({count} more to say after it.)</source>
        <translation>（之后还需说明 {count} 项。）</translation>
    </message>
    <message>
        <source>*Attached:* {name} ({kind}, {size} bytes)</source>
        <translation>*附件：* {name}（{kind}，{size} 字节）</translation>
    </message>
    <message>
        <source>0 uses every physical core.</source>
        <translation>0 表示使用全部物理核心。</translation>
    </message>
    <message numerus="yes">
        <source>1 access key</source>
        <comment>{count} access keys</comment>
        <translation>
            <numerusform>{count} 个访问密钥</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 answer is kept: {size}, since {day}.</source>
        <comment>{number} answers are kept: {size}, since {day}.</comment>
        <translation>
            <numerusform>自 {day} 起保留了 {number} 个回答：{size}。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 answer is kept: {size}.</source>
        <comment>{number} answers are kept: {size}.</comment>
        <translation>
            <numerusform>保留了 {number} 个回答：{size}。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 byte</source>
        <comment>{count} bytes</comment>
        <translation>
            <numerusform>{count} 字节</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 entry</source>
        <comment>{count} entries</comment>
        <translation>
            <numerusform>{count} 个条目</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 grant of its use</source>
        <comment>{count} grants of its use</comment>
        <translation>
            <numerusform>{count} 项使用授权</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 index</source>
        <comment>{count} indexes</comment>
        <translation>
            <numerusform>{count} 个索引</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 instance</source>
        <comment>{count} instances</comment>
        <translation>
            <numerusform>{count} 个实例</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 instance made of it</source>
        <comment>{count} instances made of it</comment>
        <translation>
            <numerusform>由它创建的实例 {count} 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 instance running all month on Linux.</source>
        <comment>{count} instances running all month on Linux.</comment>
        <translation>
            <numerusform>{count} 个实例在 Linux 上运行整月。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 instance would not be paid for while stopped; disks and addresses still are.</source>
        <comment>{count} instances would not be paid for while stopped; disks and addresses still are.</comment>
        <translation>
            <numerusform>{count} 个实例停止期间不付费；磁盘和地址仍需付费。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 kept answer was deleted ({size}).</source>
        <comment>{count} kept answers were deleted ({size}).</comment>
        <translation>
            <numerusform>已删除 {count} 个保留的回答（{size}）。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 line</source>
        <comment>{count} lines</comment>
        <translation>
            <numerusform>{count} 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 machine</source>
        <comment>{count} machines</comment>
        <translation>
            <numerusform>{count} 台机器</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 message</source>
        <comment>{number} messages</comment>
        <translation>
            <numerusform>{number} 条消息</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 message is back.</source>
        <comment>{count} messages are back.</comment>
        <translation>
            <numerusform>已恢复 {count} 条消息。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 message was deleted.</source>
        <comment>{count} messages were deleted.</comment>
        <translation>
            <numerusform>已删除 {count} 条消息。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 metric filter</source>
        <comment>{count} metric filters</comment>
        <translation>
            <numerusform>{count} 个指标筛选器</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 model</source>
        <comment>{count} models</comment>
        <translation>
            <numerusform>{count} 个模型</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 network interface inside</source>
        <comment>{count} network interfaces inside</comment>
        <translation>
            <numerusform>其中有 {count} 个网络接口</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 object</source>
        <comment>{count} objects</comment>
        <translation>
            <numerusform>{count} 个对象</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 page</source>
        <comment>{count} pages</comment>
        <translation>
            <numerusform>{count} 页</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 picture went without metadata, such as place and time.</source>
        <comment>{count} pictures went without metadata, such as place and time.</comment>
        <translation>
            <numerusform>{count} 张图片发送时去除了元数据，例如地点和时间。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 policy of its own</source>
        <comment>{count} policies of its own</comment>
        <translation>
            <numerusform>{count} 个自有策略</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 record</source>
        <comment>{count} records</comment>
        <translation>
            <numerusform>{count} 条记录</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 resource</source>
        <comment>{count} resources</comment>
        <translation>
            <numerusform>{count} 个资源</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 route table lead through it</source>
        <comment>{count} route tables lead through it</comment>
        <translation>
            <numerusform>{count} 个路由表经过它</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 row</source>
        <comment>{count} rows</comment>
        <translation>
            <numerusform>{count} 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 rule</source>
        <comment>{count} rules</comment>
        <translation>
            <numerusform>{count} 条规则</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 running instance</source>
        <comment>{count} running instances</comment>
        <translation>
            <numerusform>{count} 个运行中的实例</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 service</source>
        <comment>{count} services</comment>
        <translation>
            <numerusform>{count} 个服务</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 snapshot</source>
        <comment>{count} snapshots</comment>
        <translation>
            <numerusform>{count} 个快照</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 subnet</source>
        <comment>{count} subnets</comment>
        <translation>
            <numerusform>{count} 个子网</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 subscription</source>
        <comment>{count} subscriptions</comment>
        <translation>
            <numerusform>{count} 个订阅</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 subscription not confirmed yet</source>
        <comment>{count} subscriptions not confirmed yet</comment>
        <translation>
            <numerusform>{count} 个订阅尚未确认</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 target group</source>
        <comment>{count} target groups</comment>
        <translation>
            <numerusform>{count} 个目标组</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 task running</source>
        <comment>{count} tasks running</comment>
        <translation>
            <numerusform>{count} 个任务在运行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 user</source>
        <comment>{count} users</comment>
        <translation>
            <numerusform>{count} 个用户</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 version</source>
        <comment>{count} versions</comment>
        <translation>
            <numerusform>{count} 个版本</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 volume</source>
        <comment>{count} volumes</comment>
        <translation>
            <numerusform>{count} 个卷</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 volume and everything on it go with the instances.</source>
        <comment>{count} volumes and everything on them go with the instances.</comment>
        <translation>
            <numerusform>{count} 个卷及其上的所有内容会随实例一并消失。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 volume, deleted with it when it is terminated</source>
        <comment>{count} volumes, deleted with it when it is terminated</comment>
        <translation>
            <numerusform>{count} 个卷，终止时一并删除</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 volume, kept when it is terminated</source>
        <comment>{count} volumes, kept when it is terminated</comment>
        <translation>
            <numerusform>{count} 个卷，终止时保留</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 {kind} instance running all month on Linux, without its disk.</source>
        <comment>{count} {kind} instances running all month on Linux, without its disk.</comment>
        <translation>
            <numerusform>{count} 个 {kind} 实例在 Linux 上运行整月，不含磁盘。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 {kind} instance running all month on Linux.</source>
        <comment>{count} {kind} instances running all month on Linux.</comment>
        <translation>
            <numerusform>{count} 个 {kind} 实例在 Linux 上运行整月。</numerusform>
        </translation>
    </message>
    <message>
        <source>16 bits</source>
        <translation>16 位</translation>
    </message>
    <message>
        <source>4 bits</source>
        <translation>4 位</translation>
    </message>
    <message>
        <source>8 bits</source>
        <translation>8 位</translation>
    </message>
    <message>
        <source>&gt; {call} in account {account}, region {region}; {risk}</source>
        <translation>&gt; {call}，账户 {account}，区域 {region}；{risk}</translation>
    </message>
    <message>
        <source>A JSON schema</source>
        <translation>JSON 模式</translation>
    </message>
    <message>
        <source>A JSON schema is an object, as in {&quot;type&quot;: &quot;object&quot;}.</source>
        <translation>JSON schema 是一个对象，例如 {&quot;type&quot;: &quot;object&quot;}。</translation>
    </message>
    <message>
        <source>A backup is being made…</source>
        <translation>正在创建备份…</translation>
    </message>
    <message>
        <source>A bucket that once kept versions can only suspend that, and keeps those it has.</source>
        <translation>曾经保留版本的存储桶只能暂停版本控制，已有版本会保留。</translation>
    </message>
    <message>
        <source>A budget of money cannot count what has no price. Prices can be set for each model.</source>
        <translation>金额预算无法统计没有价格的模型。可以为每个模型设置价格。</translation>
    </message>
    <message>
        <source>A change of permissions is always asked about.</source>
        <translation>权限更改始终须询问。</translation>
    </message>
    <message>
        <source>A change set may replace or delete resources.</source>
        <translation>更改集可能会替换或删除资源。</translation>
    </message>
    <message>
        <source>A changed password that waits to be applied is shown as asterisks.</source>
        <translation>等待生效的新密码显示为星号。</translation>
    </message>
    <message>
        <source>A chat can have its own choice. Nothing is deleted from the history: only what is sent gets shorter.</source>
        <translation>对话可有自己的选择。不会从历史记录中删除任何内容，只缩短发送的部分。</translation>
    </message>
    <message>
        <source>A choice</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>A command deletes what is on the machine or in the account.</source>
        <translation>有命令会删除机器上或账户中的内容。</translation>
    </message>
    <message>
        <source>A command or a prompt, at the beginning of a line</source>
        <translation>命令或提示词（在行首输入）</translation>
    </message>
    <message>
        <source>A context of {count} tokens would fit.</source>
        <translation>{count} 个 token 的上下文可以放下。</translation>
    </message>
    <message>
        <source>A conversation&apos;s name needs at least one word.</source>
        <translation>对话名称至少需要一个词。</translation>
    </message>
    <message>
        <source>A file that belongs to this chat is damaged on disk.</source>
        <translation>属于此对话的一个文件在磁盘上已损坏。</translation>
    </message>
    <message>
        <source>A file that belongs to this chat is no longer there.</source>
        <translation>属于此对话的一个文件已不存在。</translation>
    </message>
    <message>
        <source>A folder can lie in a folder, and no deeper.</source>
        <translation>文件夹可以放在另一个文件夹中，但不能更深。</translation>
    </message>
    <message>
        <source>A folder cannot lie in itself.</source>
        <translation>文件夹不能放在自身之中。</translation>
    </message>
    <message>
        <source>A folder with folders cannot lie in another.</source>
        <translation>含有文件夹的文件夹不能放入另一个文件夹。</translation>
    </message>
    <message>
        <source>A folder&apos;s name can have {most} letters.</source>
        <translation>文件夹名称最多 {most} 个字符。</translation>
    </message>
    <message>
        <source>A folder&apos;s name needs at least one letter.</source>
        <translation>文件夹名称至少需要一个字符。</translation>
    </message>
    <message>
        <source>A judgement with its reasons</source>
        <translation>带理由的判断</translation>
    </message>
    <message>
        <source>A list of texts</source>
        <translation>文本列表</translation>
    </message>
    <message>
        <source>A local model cannot be held to &apos;minProperties&apos; of {minimum} where not as many properties are named.</source>
        <translation>没有列出足够的属性时，本地模型无法遵循值为 {minimum} 的 &apos;minProperties&apos;。</translation>
    </message>
    <message>
        <source>A local model cannot be held to &apos;oneOf&apos; whose alternatives can hold at the same time.</source>
        <translation>如果各可能项可以同时成立，本地模型无法遵循 &apos;oneOf&apos;。</translation>
    </message>
    <message>
        <source>A local model cannot be held to &apos;uniqueItems&apos; unless all possible items are listed.</source>
        <translation>除非列出所有可能的元素，否则本地模型无法遵循 &apos;uniqueItems&apos;。</translation>
    </message>
    <message>
        <source>A local model cannot be held to a JSON schema within another.</source>
        <translation>本地模型无法遵循嵌在另一个 schema 中的 JSON schema。</translation>
    </message>
    <message>
        <source>A local model cannot be held to more than {count} &apos;patternProperties&apos; at once.</source>
        <translation>本地模型无法同时遵循超过 {count} 个 &apos;patternProperties&apos;。</translation>
    </message>
    <message>
        <source>A local model cannot be held to the &apos;pattern&apos; {pattern}: {error}.</source>
        <translation>本地模型无法遵循 &apos;pattern&apos; {pattern}：{error}。</translation>
    </message>
    <message>
        <source>A local model cannot be held to the format {name!r} in a JSON schema.</source>
        <translation>本地模型无法遵循 JSON schema 中的格式 {name!r}。</translation>
    </message>
    <message>
        <source>A local model cannot be held to {keyword!r} in a JSON schema.</source>
        <translation>本地模型无法遵循 JSON schema 中的 {keyword!r}。</translation>
    </message>
    <message>
        <source>A local model takes no files, and {name!r} is one.</source>
        <translation>本地模型不接受文件，而 {name!r} 是文件。</translation>
    </message>
    <message>
        <source>A local model that writes each parameter by itself cannot be held to a number of properties.</source>
        <translation>逐个写出参数的本地模型无法遵循属性数量的限制。</translation>
    </message>
    <message>
        <source>A long text was pasted: {lines} lines, {letters} letters.</source>
        <translation>粘贴了一段长文本：{lines} 行，{letters} 个字符。</translation>
    </message>
    <message>
        <source>A machine that is not shut down may lose what it has not written yet.</source>
        <translation>未正常关机的机器可能会丢失尚未写入的内容。</translation>
    </message>
    <message>
        <source>A make-believe AWS account on this machine. No key, no account, nothing leaves it.</source>
        <translation>本机上的模拟 AWS 账户。无需密钥，无需账户，任何内容都不会离开本机。</translation>
    </message>
    <message>
        <source>A message to try</source>
        <translation>试用消息</translation>
    </message>
    <message>
        <source>A model cannot choose accounts or several regions.</source>
        <translation>模型不能选择账户或多个区域。</translation>
    </message>
    <message>
        <source>A model for this message only</source>
        <translation>仅用于这条消息的模型</translation>
    </message>
    <message>
        <source>A model proposed this. Check every value: they are its own.</source>
        <translation>由模型提出。请检查每个值：它们都出自模型。</translation>
    </message>
    <message>
        <source>A name is needed.</source>
        <translation>需要名称。</translation>
    </message>
    <message>
        <source>A name stands here twice.</source>
        <translation>有一个名称出现了两次。</translation>
    </message>
    <message>
        <source>A new role of the same name is another role for those who trusted the old one.</source>
        <translation>对信任旧角色的一方而言，同名的新角色是另一个角色。</translation>
    </message>
    <message>
        <source>A new user of the same name is another user, with other keys.</source>
        <translation>同名的新用户是另一个用户，密钥也不同。</translation>
    </message>
    <message>
        <source>A new zone of the same name has other name servers.</source>
        <translation>同名的新区域会使用其他名称服务器。</translation>
    </message>
    <message>
        <source>A number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>A number in it has too many digits.</source>
        <translation>其中有数字位数过多。</translation>
    </message>
    <message>
        <source>A number is taken as it is, and the plan says whether it fits; -1 leaves it to the choice above.</source>
        <translation>数字会原样采用，加载计划会说明是否放得下；-1 表示由上面的选项决定。</translation>
    </message>
    <message>
        <source>A part of a name, or owner/repository</source>
        <translation>名称的一部分，或 所有者/仓库</translation>
    </message>
    <message>
        <source>A pattern in the schema is too long.</source>
        <translation>schema 中的某个模式过长。</translation>
    </message>
    <message>
        <source>A picture&apos;s metadata, such as where it was taken, cannot be taken out, so it is not sent.</source>
        <translation>无法去除某张图片的元数据（例如拍摄地点），因此不会发送。</translation>
    </message>
    <message>
        <source>A plan may have {most} steps, not {count}.</source>
        <translation>计划最多 {most} 个步骤，而不是 {count} 个。</translation>
    </message>
    <message>
        <source>A plan needs at least one step.</source>
        <translation>计划至少需要一个步骤。</translation>
    </message>
    <message>
        <source>A playbook looks an account over and says what to mend. Yours are YAML files in one folder.</source>
        <translation>巡检手册会检查一个账户，并指出需要修复的内容。自己的手册是放在一个文件夹中的 YAML 文件。</translation>
    </message>
    <message>
        <source>A policy denies {actions}. {advice}</source>
        <translation>有策略拒绝 {actions}。{advice}</translation>
    </message>
    <message>
        <source>A policy in the template allows every action.</source>
        <translation>模板中的策略允许所有操作。</translation>
    </message>
    <message>
        <source>A policy in the template lets anyone in the world in.</source>
        <translation>模板中的策略允许世界上任何人进入。</translation>
    </message>
    <message>
        <source>A preset holds at most {most} parameters.</source>
        <translation>一个预设最多包含 {most} 个参数。</translation>
    </message>
    <message>
        <source>A preset&apos;s title is one line of 1 to {most} characters.</source>
        <translation>预设标题应为一行，1 到 {most} 个字符。</translation>
    </message>
    <message>
        <source>A profile of your AWS configuration, or demo. Empty: your default profile, or the demo account where there is none.</source>
        <translation>AWS 配置中的一个配置文件，或 demo。留空：默认配置文件；没有时使用演示账户。</translation>
    </message>
    <message>
        <source>A provider&apos;s batch goes to one model.</source>
        <translation>提供商的批次只能发给一个模型。</translation>
    </message>
    <message>
        <source>A provider&apos;s batch is answered in hours, and must be gone on with.</source>
        <translation>提供商的批次需数小时才能回答，须能继续进行。</translation>
    </message>
    <message>
        <source>A public address that is no Elastic IP changes.</source>
        <translation>非弹性 IP 的公有地址会改变。</translation>
    </message>
    <message>
        <source>A quotation mark is left open.</source>
        <translation>有一个引号没有闭合。</translation>
    </message>
    <message>
        <source>A smaller quantisation or a smaller model may fit.</source>
        <translation>更小的量化或更小的模型也许放得下。</translation>
    </message>
    <message numerus="yes">
        <source>A summary of the oldest turn is sent in its place</source>
        <comment>A summary of the {count} oldest turns is sent in their place</comment>
        <translation>
            <numerusform>以摘要代替最早的 {count} 个轮次发送</numerusform>
        </translation>
    </message>
    <message>
        <source>A table: rows with named fields</source>
        <translation>表格：带命名字段的行</translation>
    </message>
    <message>
        <source>A terminated instance cannot be started again, and its private address is lost.</source>
        <translation>已终止的实例无法再启动，其私有地址也会丢失。</translation>
    </message>
    <message>
        <source>A title is needed.</source>
        <translation>需要标题。</translation>
    </message>
    <message>
        <source>A title is not empty.</source>
        <translation>标题不能为空。</translation>
    </message>
    <message>
        <source>A trust lasts from a minute to {hours} hours.</source>
        <translation>信任的时长为一分钟到 {hours} 小时。</translation>
    </message>
    <message>
        <source>A trust says for how long.</source>
        <translation>信任须说明时长。</translation>
    </message>
    <message>
        <source>A trust says what: reads, sensitive reads or writes.</source>
        <translation>信任须说明对象：reads、sensitive reads 或 writes。</translation>
    </message>
    <message>
        <source>A value from another step ({reference}) means something in a plan only.</source>
        <translation>来自其他步骤的值（{reference}）只在计划中有意义。</translation>
    </message>
    <message>
        <source>A value has characters that cannot be seen; they are shown as ⟨U+…⟩.</source>
        <translation>有的值含有不可见的字符，显示为 ⟨U+…⟩。</translation>
    </message>
    <message>
        <source>A version that is deleted by its id cannot be brought back.</source>
        <translation>按 ID 删除的版本无法恢复。</translation>
    </message>
    <message>
        <source>A volume that is torn away may lose data.</source>
        <translation>强行分离的卷可能会丢失数据。</translation>
    </message>
    <message>
        <source>A whole copy of the history each night, or at the next start, on this disk; it is read through before it counts. What is deleted from the history stays in older copies until they go.</source>
        <translation>每夜（或下次启动时）在本磁盘上完整复制一份历史记录；完整读取一遍后才算有效。从历史记录中删除的内容会留在旧备份中，直到旧备份被清除。</translation>
    </message>
    <message>
        <source>A word or a key</source>
        <translation>词语或按键</translation>
    </message>
    <message>
        <source>API keys…</source>
        <translation>API 密钥…</translation>
    </message>
    <message>
        <source>AWS</source>
        <translation>AWS</translation>
    </message>
    <message>
        <source>AWS account and region: {words}</source>
        <translation>AWS 账户和区域：{words}</translation>
    </message>
    <message>
        <source>AWS account: none in this chat</source>
        <translation>AWS 账户：此对话中没有</translation>
    </message>
    <message>
        <source>AWS action: {service} {operation}, {risk}, {state}</source>
        <translation>AWS 操作：{service} {operation}，{risk}，{state}</translation>
    </message>
    <message>
        <source>AWS actions</source>
        <translation>AWS 操作</translation>
    </message>
    <message>
        <source>AWS answered with more than {count} MB at once, so the rest was not read.</source>
        <translation>AWS 一次应答超过 {count} MB，其余部分没有读取。</translation>
    </message>
    <message>
        <source>AWS answered without any data</source>
        <translation>AWS 的回答不含数据</translation>
    </message>
    <message>
        <source>AWS asked to slow down ({operation}).</source>
        <translation>AWS 要求放慢速度（{operation}）。</translation>
    </message>
    <message>
        <source>AWS calls go to {account!r} in {region}. {who}</source>
        <translation>AWS 调用发往 {region} 的 {account!r}。{who}</translation>
    </message>
    <message>
        <source>AWS checked the call and would have carried it out.</source>
        <translation>AWS 检查了该调用，本会执行它。</translation>
    </message>
    <message>
        <source>AWS did not accept the MFA code for {account}.</source>
        <translation>AWS 没有接受 {account} 的 MFA 验证码。</translation>
    </message>
    <message>
        <source>AWS did not answer in time in {region}.</source>
        <translation>AWS 在 {region} 没有及时应答。</translation>
    </message>
    <message>
        <source>AWS does not accept the credentials for {account} in {region}.</source>
        <translation>AWS 在 {region} 不接受 {account} 的凭证。</translation>
    </message>
    <message>
        <source>AWS gave no reason.</source>
        <translation>AWS 没有说明原因。</translation>
    </message>
    <message>
        <source>AWS had a fault of its own ({operation}): {said}</source>
        <translation>AWS 自身出错（{operation}）：{said}</translation>
    </message>
    <message>
        <source>AWS in {region}</source>
        <translation>{region} 的 AWS</translation>
    </message>
    <message>
        <source>AWS is switched off in this chat</source>
        <translation>此对话已关闭 AWS</translation>
    </message>
    <message>
        <source>AWS is switched off in this chat: choose an account at the top to act on one.</source>
        <translation>此对话已关闭 AWS：在顶部选择账户即可操作。</translation>
    </message>
    <message>
        <source>AWS is switched off in this conversation, and it is the one thing I do. Switch it on by choosing an account in the badge above the conversation, or: `--aws demo`; the demo account needs no credentials and nothing leaves this machine. For plain conversation choose another model in the badge beside it, or: `baton models` lists them.</source>
        <translation>此对话已关闭 AWS，而这是我唯一能做的事。可在对话上方的标记中选择账户来开启，或使用：`--aws demo`；演示账户不需要凭证，任何内容都不会离开本机。如需普通对话，请在旁边的标记中选择其他模型，或用 `baton models` 列出模型。</translation>
    </message>
    <message>
        <source>AWS keeps a deleted secret for some days.</source>
        <translation>AWS 会将已删除的机密保留几天。</translation>
    </message>
    <message>
        <source>AWS knows no such thing: {said}</source>
        <translation>AWS 找不到：{said}</translation>
    </message>
    <message>
        <source>AWS leaves the client secret out of this answer.</source>
        <translation>AWS 在此应答中不包含客户端密钥。</translation>
    </message>
    <message>
        <source>AWS lets a volume be modified again only after about six hours.</source>
        <translation>AWS 要求约六小时后才能再次修改卷。</translation>
    </message>
    <message>
        <source>AWS lets the billing mode be switched only once a day.</source>
        <translation>AWS 每天只允许切换一次计费模式。</translation>
    </message>
    <message>
        <source>AWS plan of {count} steps, {state}</source>
        <translation>AWS 计划，{count} 个步骤，{state}</translation>
    </message>
    <message>
        <source>AWS refused the call because this machine&apos;s clock is wrong.</source>
        <translation>AWS 拒绝了该调用，因为本机时钟不正确。</translation>
    </message>
    <message>
        <source>AWS refused the call.</source>
        <translation>AWS 拒绝了该调用。</translation>
    </message>
    <message>
        <source>AWS refused the next pages.</source>
        <translation>AWS 拒绝了后续页面。</translation>
    </message>
    <message>
        <source>AWS refused the parameters of {operation}: {said}</source>
        <translation>AWS 拒绝了 {operation} 的参数：{said}</translation>
    </message>
    <message>
        <source>AWS refused {operation}: {said}</source>
        <translation>AWS 拒绝了 {operation}：{said}</translation>
    </message>
    <message>
        <source>AWS refuses that once something is in it.</source>
        <translation>一旦其中有内容，AWS 就会拒绝。</translation>
    </message>
    <message>
        <source>AWS request</source>
        <translation>AWS 请求</translation>
    </message>
    <message>
        <source>AWS requests</source>
        <translation>AWS 请求</translation>
    </message>
    <message>
        <source>AWS requests, no model needed</source>
        <translation>AWS 请求，无需模型</translation>
    </message>
    <message>
        <source>AWS service</source>
        <translation>AWS 服务</translation>
    </message>
    <message>
        <source>AWS tools</source>
        <translation>AWS 工具</translation>
    </message>
    <message>
        <source>AWS would refuse them.</source>
        <translation>AWS 会拒绝这些参数。</translation>
    </message>
    <message>
        <source>AWS …</source>
        <translation>AWS …</translation>
    </message>
    <message>
        <source>AWS&apos;s own</source>
        <translation>AWS 自有</translation>
    </message>
    <message>
        <source>AWS&apos;s own policy for reading alone (ReadOnlyAccess) allows it.</source>
        <translation>AWS 自有的只读策略（ReadOnlyAccess）允许它。</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>About</source>
        <comment>of a prompt</comment>
        <translation>说明</translation>
    </message>
    <message>
        <source>About {price} US dollars a month for each GB of memory the function has.</source>
        <translation>函数的每 GB 内存每月约 {price} 美元。</translation>
    </message>
    <message>
        <source>About {tokens} tokens</source>
        <translation>约 {tokens} 个 token</translation>
    </message>
    <message>
        <source>About {words}</source>
        <translation>约 {words}</translation>
    </message>
    <message>
        <source>Accept the terms at {page}, and set a token: baton keys set {name}, or Settings &gt; Keys.</source>
        <translation>请在 {page} 接受条款，并设置令牌：baton keys set {name}，或“设置 &gt; 密钥”。</translation>
    </message>
    <message>
        <source>Access to the bucket will not be recorded any more.</source>
        <translation>对该存储桶的访问不再记录。</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Account and model</source>
        <translation>账户和模型</translation>
    </message>
    <message>
        <source>Account for new chats</source>
        <translation>新对话的账户</translation>
    </message>
    <message>
        <source>Account ids, names in ARNs, buckets, IP addresses, host names and e-mail addresses are sent as placeholders such as ACCOUNT_1, and put back into the answer and into proposed calls here.</source>
        <translation>账户 ID、ARN 中的名称、存储桶、IP 地址、主机名和邮箱地址以 ACCOUNT_1 之类的占位符发送，并在本机的回答和建议的调用中还原。</translation>
    </message>
    <message>
        <source>Account {account} can call the function.</source>
        <translation>账户 {account} 可以调用该函数。</translation>
    </message>
    <message>
        <source>Account {account} will be able to use it.</source>
        <translation>账户 {account} 将可以使用它。</translation>
    </message>
    <message>
        <source>Account {number}, {arn}</source>
        <translation>账户 {number}，{arn}</translation>
    </message>
    <message>
        <source>Accounts: {names}; default: {key}.</source>
        <translation>账户：{names}；默认：{key}。</translation>
    </message>
    <message>
        <source>Active keys of IAM users that are older than 90 days.</source>
        <translation>IAM 用户超过 90 天的有效密钥。</translation>
    </message>
    <message>
        <source>Acts</source>
        <translation>触发动作</translation>
    </message>
    <message>
        <source>Adapter {name}</source>
        <translation>适配器 {name}</translation>
    </message>
    <message>
        <source>Adapters (*.gguf);;All (*)</source>
        <translation>适配器 (*.gguf);;全部 (*)</translation>
    </message>
    <message>
        <source>Adaptive decay</source>
        <translation>自适应衰减</translation>
    </message>
    <message>
        <source>Adaptive target</source>
        <translation>自适应目标</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add a file with baton models add, or download one.</source>
        <translation>请用 baton models add 添加文件，或下载一个。</translation>
    </message>
    <message>
        <source>Add a file you have, or download one.</source>
        <translation>添加已有文件，或下载一个。</translation>
    </message>
    <message>
        <source>Add a file…</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <source>Add a key</source>
        <translation>添加密钥</translation>
    </message>
    <message>
        <source>Add a key for {name}</source>
        <translation>为 {name} 添加密钥</translation>
    </message>
    <message>
        <source>Add a key…</source>
        <translation>添加密钥…</translation>
    </message>
    <message>
        <source>Add a model file</source>
        <translation>添加模型文件</translation>
    </message>
    <message>
        <source>Add a parameter</source>
        <translation>添加参数</translation>
    </message>
    <message>
        <source>Add a parameter…</source>
        <translation>添加参数…</translation>
    </message>
    <message>
        <source>Add an API key</source>
        <translation>添加 API 密钥</translation>
    </message>
    <message>
        <source>Add an endpoint…</source>
        <translation>添加端点…</translation>
    </message>
    <message>
        <source>Add an entry to {name}</source>
        <translation>为 {name} 添加条目</translation>
    </message>
    <message>
        <source>Add it once more.</source>
        <translation>请重新添加。</translation>
    </message>
    <message>
        <source>Add the model at the end</source>
        <translation>将模型添加到末尾</translation>
    </message>
    <message>
        <source>Add {name} at {address}</source>
        <translation>添加 {name}（{address}）</translation>
    </message>
    <message>
        <source>Add {name} of {program}</source>
        <translation>添加 {program} 的 {name}</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Address for other programs</source>
        <translation>供其他程序使用的地址</translation>
    </message>
    <message>
        <source>Advice from IAM&apos;s simulator: it does not see the resource&apos;s own policy, nor all that the organisation forbids.</source>
        <translation>来自 IAM 模拟器的建议：它看不到资源自身的策略，也看不到组织禁止的全部内容。</translation>
    </message>
    <message>
        <source>Advice only: organisation policies can still refuse.</source>
        <translation>仅供参考：组织策略仍可能拒绝。</translation>
    </message>
    <message>
        <source>After the first answer, the model that gave it is asked for a few words in a request that its cache serves. Off: a chat is named by its first message. A private chat is named by models on this machine alone.</source>
        <translation>首个回答之后，请给出该回答的模型写几个词，这一请求可命中其缓存。关闭：以首条消息命名。私密对话只由本机上的模型命名。</translation>
    </message>
    <message>
        <source>After “in” comes an account or a region.</source>
        <translation>“in” 之后应为账户或区域。</translation>
    </message>
    <message>
        <source>After “sensitive” comes “reads”.</source>
        <translation>“sensitive” 之后应为 “reads”。</translation>
    </message>
    <message>
        <source>After: {value}</source>
        <translation>晚于：{value}</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>Alarms firing</source>
        <translation>正在告警</translation>
    </message>
    <message>
        <source>All</source>
        <comment>to be ticked</comment>
        <translation>全选</translation>
    </message>
    <message>
        <source>All items of the table are lost, unless there is a backup.</source>
        <translation>表中所有项目都会丢失，除非有备份。</translation>
    </message>
    <message>
        <source>All lines go to the provider at once. You can close Baton, and go on later.</source>
        <translation>所有行一次性交给提供商。可以关闭 Baton，以后再继续。</translation>
    </message>
    <message>
        <source>All log lines of the group are lost.</source>
        <translation>该组的所有日志都会丢失。</translation>
    </message>
    <message>
        <source>All of the group&apos;s instances will be terminated.</source>
        <translation>该组的所有实例都会终止。</translation>
    </message>
    <message>
        <source>All on the GPU, or not at all</source>
        <translation>全部放在 GPU，否则不加载</translation>
    </message>
    <message>
        <source>All resources of the stack are deleted with it.</source>
        <translation>堆栈的所有资源会一并删除。</translation>
    </message>
    <message>
        <source>All right; nothing is done.</source>
        <translation>好的，不做任何操作。</translation>
    </message>
    <message>
        <source>All steps of a plan that a model proposes must be in one account.</source>
        <translation>模型提出的计划，所有步骤须在同一账户中。</translation>
    </message>
    <message>
        <source>All that it lists; or some, separated by commas</source>
        <translation>它列出的全部模型；或用逗号分隔的若干个</translation>
    </message>
    <message>
        <source>All there is</source>
        <translation>全部可用内存</translation>
    </message>
    <message>
        <source>All {count} lines</source>
        <translation>全部 {count} 行</translation>
    </message>
    <message>
        <source>Allocation</source>
        <translation>分配</translation>
    </message>
    <message>
        <source>Allow yourself to read it, or attach another one.</source>
        <translation>请授予自己读取权限，或附加其他文件。</translation>
    </message>
    <message>
        <source>Also when part of an answer was shown</source>
        <translation>已显示部分回答时也如此</translation>
    </message>
    <message>
        <source>Amazon Bedrock needs an AWS profile, and there is none.</source>
        <translation>Amazon Bedrock 需要 AWS 配置文件，但没有。</translation>
    </message>
    <message>
        <source>An adapter for {name}</source>
        <translation>{name} 的适配器</translation>
    </message>
    <message>
        <source>An answer as JSON cannot go on in the middle.</source>
        <translation>JSON 回答无法从中间继续。</translation>
    </message>
    <message>
        <source>An answer can stop at one of {most} texts, and {count} were given.</source>
        <translation>回答最多可在 {most} 个文本处停止，但给出了 {count} 个。</translation>
    </message>
    <message>
        <source>An answer is being written in this chat.</source>
        <translation>此对话正在生成回答。</translation>
    </message>
    <message>
        <source>An answer is being written. Stop it, or wait for it, then try again.</source>
        <translation>正在生成回答。请停止或等待其完成，然后重试。</translation>
    </message>
    <message>
        <source>An answer of AWS was not understood, so something may be missing here.</source>
        <translation>有一条 AWS 应答无法理解，因此这里可能有缺漏。</translation>
    </message>
    <message>
        <source>An endpoint in the settings file is not used: {problem}</source>
        <translation>设置文件中的一个端点未被使用：{problem}</translation>
    </message>
    <message>
        <source>An endpoint&apos;s address holds no user or password; keep the key with: baton keys set NAME.</source>
        <translation>端点地址不含用户名或密码；请用 baton keys set NAME 保存密钥。</translation>
    </message>
    <message>
        <source>An id holds characters that cannot be stored.</source>
        <translation>有一个 ID 含有无法存储的字符。</translation>
    </message>
    <message>
        <source>An object of this name, if there is one, is overwritten.</source>
        <translation>如果已有同名对象，会被覆盖。</translation>
    </message>
    <message>
        <source>An update may replace or delete resources.</source>
        <translation>更新可能会替换或删除资源。</translation>
    </message>
    <message numerus="yes">
        <source>And 1 more.</source>
        <comment>And {count} more.</comment>
        <translation>
            <numerusform>另有 {count} 项。</numerusform>
        </translation>
    </message>
    <message>
        <source>And every kind above that has no model of its own.</source>
        <translation>以及上面未指定模型的各类。</translation>
    </message>
    <message>
        <source>Another Baton has been opening the history for two minutes.</source>
        <translation>另一个 Baton 打开历史记录已有两分钟。</translation>
    </message>
    <message>
        <source>Another Baton has been writing to {name} for too long.</source>
        <translation>另一个 Baton 长时间占用 {name} 写入。</translation>
    </message>
    <message>
        <source>Another Baton has the history open, so it was left as it is.</source>
        <translation>另一个 Baton 打开了历史记录，因此保持原样。</translation>
    </message>
    <message>
        <source>Another account may have taken the name meanwhile.</source>
        <translation>其他账户可能已在此期间占用该名称。</translation>
    </message>
    <message>
        <source>Another branch can be shown when the answer is done.</source>
        <translation>回答完成后才能显示其他分支。</translation>
    </message>
    <message>
        <source>Answer again</source>
        <translation>重新回答</translation>
    </message>
    <message>
        <source>Answer again instead.</source>
        <translation>请改为重新回答。</translation>
    </message>
    <message>
        <source>Answer again with another model</source>
        <translation>用其他模型重新回答</translation>
    </message>
    <message>
        <source>Answer again with another model…</source>
        <translation>用其他模型重新回答…</translation>
    </message>
    <message>
        <source>Answer again with…</source>
        <translation>重新回答，使用…</translation>
    </message>
    <message>
        <source>Answer again, or ask for what is missing.</source>
        <translation>请重新回答，或询问缺少的部分。</translation>
    </message>
    <message>
        <source>Answer as JSON</source>
        <translation>以 JSON 回答</translation>
    </message>
    <message>
        <source>Answer as JSON…</source>
        <translation>以 JSON 回答…</translation>
    </message>
    <message>
        <source>Answer as a tree</source>
        <translation>树形显示的回答</translation>
    </message>
    <message>
        <source>Answer with {model}</source>
        <translation>用 {model} 回答</translation>
    </message>
    <message>
        <source>Answer {file}</source>
        <translation>回答 {file}</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Answers at once</source>
        <translation>同时回答数</translation>
    </message>
    <message>
        <source>Anthropic cannot hold an answer to a JSON schema with &apos;allOf&apos;.</source>
        <translation>Anthropic 无法让回答遵循带 &apos;allOf&apos; 的 JSON schema。</translation>
    </message>
    <message>
        <source>Anthropic cannot hold an answer to a JSON schema with an object whose properties it does not name.</source>
        <translation>Anthropic 无法让回答遵循含有未列出属性的对象的 JSON schema。</translation>
    </message>
    <message>
        <source>Any server that speaks OpenAI&apos;s protocol: Ollama, llama.cpp, vLLM, Groq, OpenRouter and others.</source>
        <translation>任何支持 OpenAI 协议的服务器：Ollama、llama.cpp、vLLM、Groq、OpenRouter 等。</translation>
    </message>
    <message>
        <source>Any that is free</source>
        <translation>任一空闲端口</translation>
    </message>
    <message>
        <source>Anyone in the world can call the function.</source>
        <translation>世界上任何人都可以调用该函数。</translation>
    </message>
    <message>
        <source>Anyone who knows the address can call the function.</source>
        <translation>任何知道地址的人都可以调用该函数。</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Apply, save, rename or delete a named set of parameters</source>
        <translation>应用、保存、重命名或删除命名的参数组</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Archive</source>
        <comment>where chats lie that are put away</comment>
        <translation>归档</translation>
    </message>
    <message>
        <source>Archive this chat, or take it back</source>
        <translation>归档此对话，或将其取回</translation>
    </message>
    <message>
        <source>As in eu-west-1. Empty: the account&apos;s own.</source>
        <translation>例如 eu-west-1。留空：使用账户自己的区域。</translation>
    </message>
    <message>
        <source>As in the settings: ask each time</source>
        <translation>按设置：每次询问</translation>
    </message>
    <message>
        <source>As in the settings: drop the oldest turns</source>
        <translation>按设置：舍弃最早的轮次</translation>
    </message>
    <message>
        <source>As in the settings: never</source>
        <translation>按设置：从不</translation>
    </message>
    <message>
        <source>As in the settings: send nothing</source>
        <translation>按设置：不发送</translation>
    </message>
    <message>
        <source>As in the settings: summarise the oldest turns</source>
        <translation>按设置：总结最早的轮次</translation>
    </message>
    <message>
        <source>As in us-east-1; regions have different models. Empty: the profile&apos;s own.</source>
        <translation>例如 us-east-1；不同区域的模型不同。留空：使用配置文件自己的区域。</translation>
    </message>
    <message>
        <source>As in: writes of sqs in dev for 1h</source>
        <translation>例如：writes of sqs in dev for 1h</translation>
    </message>
    <message>
        <source>As local:NAME; one that does not run on this machine is refused.</source>
        <translation>写作 local:NAME；不在本机运行的会被拒绝。</translation>
    </message>
    <message>
        <source>As many as fit</source>
        <translation>能放多少放多少</translation>
    </message>
    <message>
        <source>As many layers as set below</source>
        <translation>按下面设置的层数</translation>
    </message>
    <message>
        <source>As much on the GPU as fits</source>
        <translation>能放多少就放多少到 GPU</translation>
    </message>
    <message>
        <source>As provider:model, or auto to have one chosen for each message. builtin:rules understands AWS requests with no model at all.</source>
        <translation>写作 提供商:模型；auto 表示为每条消息选择模型。builtin:rules 无需模型即可理解 AWS 请求。</translation>
    </message>
    <message>
        <source>As the language is written</source>
        <translation>按语言的书写方向</translation>
    </message>
    <message>
        <source>As the system says</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>As told</source>
        <translation>原样</translation>
    </message>
    <message>
        <source>As told: no</source>
        <translation>原样：否</translation>
    </message>
    <message>
        <source>As told: yes</source>
        <translation>原样：是</translation>
    </message>
    <message>
        <source>As written</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>重新查询</translation>
    </message>
    <message>
        <source>Ask again to load it.</source>
        <translation>再次提问即可加载。</translation>
    </message>
    <message>
        <source>Ask again, and it is built.</source>
        <translation>再次提问，就会构建。</translation>
    </message>
    <message>
        <source>Ask an administrator for the permission, or choose another account.</source>
        <translation>请向管理员申请权限，或选择其他账户。</translation>
    </message>
    <message>
        <source>Ask an administrator to allow {action}, or choose another account.</source>
        <translation>请让管理员允许 {action}，或选择其他账户。</translation>
    </message>
    <message>
        <source>Ask anything, or say what should happen in AWS. Nothing changes before you say yes.</source>
        <translation>可以随意提问，或说明要在 AWS 中做什么。同意之前不会有任何更改。</translation>
    </message>
    <message>
        <source>Ask every provider for its models again</source>
        <translation>重新向所有提供商查询模型</translation>
    </message>
    <message>
        <source>Ask for access to it in the Bedrock console (Model access), or choose another model.</source>
        <translation>请在 Bedrock 控制台（Model access）中申请访问权限，或选择其他模型。</translation>
    </message>
    <message>
        <source>Ask for it again.</source>
        <translation>请重新提出。</translation>
    </message>
    <message>
        <source>Ask for less, with a filter or a smaller page. After a change, look before repeating it.</source>
        <translation>请用筛选条件或更小的分页减少请求量。如果是更改操作，请先查看结果再重复执行。</translation>
    </message>
    <message>
        <source>Ask for more in a message of your own.</source>
        <translation>可以发送消息要求更多内容。</translation>
    </message>
    <message>
        <source>Ask in fewer accounts or regions.</source>
        <translation>请在更少的账户或区域中询问。</translation>
    </message>
    <message>
        <source>Ask it earlier</source>
        <translation>更早询问</translation>
    </message>
    <message>
        <source>Ask it later</source>
        <translation>更晚询问</translation>
    </message>
    <message>
        <source>Ask one by one.</source>
        <translation>请逐个询问。</translation>
    </message>
    <message>
        <source>Ask without them, or choose another model.</source>
        <translation>请不要求概率再提问，或选择其他模型。</translation>
    </message>
    <message>
        <source>Ask, or say what should happen in AWS …</source>
        <translation>提问，或说明要在 AWS 中做什么…</translation>
    </message>
    <message>
        <source>Asked for as</source>
        <translation>提问标题</translation>
    </message>
    <message>
        <source>Asked for the tool {name}</source>
        <translation>请求了工具 {name}</translation>
    </message>
    <message>
        <source>Asked for {name}</source>
        <translation>请求了 {name}</translation>
    </message>
    <message numerus="yes">
        <source>Asked once more: 1 problem with the form of the answer</source>
        <comment>Asked once more: {count} problems with the form of the answer</comment>
        <translation>
            <numerusform>已再次询问：回答的格式有 {count} 处问题</numerusform>
        </translation>
    </message>
    <message>
        <source>Asked {tool}:</source>
        <translation>调用 {tool}：</translation>
    </message>
    <message>
        <source>Asking for its models …</source>
        <translation>正在询问其模型…</translation>
    </message>
    <message>
        <source>Asking the hub …</source>
        <translation>正在询问模型库…</translation>
    </message>
    <message>
        <source>Asking the keyring …</source>
        <translation>正在读取密钥环…</translation>
    </message>
    <message>
        <source>Asking this machine&apos;s ports …</source>
        <translation>正在询问本机端口…</translation>
    </message>
    <message>
        <source>Asking what {repository} holds …</source>
        <translation>正在查询 {repository} 的内容…</translation>
    </message>
    <message>
        <source>Asks</source>
        <translation>询问</translation>
    </message>
    <message>
        <source>Asks the ports of this machine that model servers usually listen on, and no other</source>
        <translation>只询问本机上模型服务器常用的端口</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>助手</translation>
    </message>
    <message>
        <source>At its end: it is no TOML ({problem}).</source>
        <translation>在末尾：不是 TOML（{problem}）。</translation>
    </message>
    <message>
        <source>At most {count} files go with a message.</source>
        <translation>一条消息最多可附带 {count} 个文件。</translation>
    </message>
    <message>
        <source>At temperature 0</source>
        <translation>temperature 为 0 时</translation>
    </message>
    <message>
        <source>At work</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>At work: {work}</source>
        <translation>进行中：{work}</translation>
    </message>
    <message>
        <source>At work: {work}, and something failed</source>
        <translation>进行中：{work}，并有工作失败</translation>
    </message>
    <message>
        <source>At work: {work}, {percent} per cent done</source>
        <translation>进行中：{work}，已完成百分之 {percent}</translation>
    </message>
    <message>
        <source>At work: {work}, {percent} per cent done, and something failed</source>
        <translation>进行中：{work}，已完成百分之 {percent}，并有工作失败</translation>
    </message>
    <message>
        <source>Attach a file that you may read.</source>
        <translation>请附加你有权读取的文件。</translation>
    </message>
    <message>
        <source>Attach a file with something in it.</source>
        <translation>请附加有内容的文件。</translation>
    </message>
    <message>
        <source>Attach a file.</source>
        <translation>请附加文件。</translation>
    </message>
    <message>
        <source>Attach a smaller file, or a part of it.</source>
        <translation>请附加较小的文件，或其中一部分。</translation>
    </message>
    <message>
        <source>Attach another file.</source>
        <translation>请附加其他文件。</translation>
    </message>
    <message>
        <source>Attach as a file</source>
        <translation>作为文件附上</translation>
    </message>
    <message>
        <source>Attach at most {most}.</source>
        <translation>最多附加 {most} 个。</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>添加附件</translation>
    </message>
    <message>
        <source>Attach files ({keys}); or drop or paste them here</source>
        <translation>添加附件（{keys}）；也可以拖放或粘贴到这里</translation>
    </message>
    <message>
        <source>Attach files…</source>
        <translation>添加附件…</translation>
    </message>
    <message>
        <source>Attach it again.</source>
        <translation>请重新添加附件。</translation>
    </message>
    <message>
        <source>Attach it in one of those forms, or paste its text.</source>
        <translation>请以上述格式之一添加，或粘贴其文本。</translation>
    </message>
    <message>
        <source>Attach it once more.</source>
        <translation>请重新附加。</translation>
    </message>
    <message>
        <source>Attach its text, or choose a model that reads PDFs.</source>
        <translation>请附上其文本，或选择能读取 PDF 的模型。</translation>
    </message>
    <message>
        <source>Attach the file again.</source>
        <translation>请重新附加该文件。</translation>
    </message>
    <message>
        <source>Attach the file itself.</source>
        <translation>请附加文件本身。</translation>
    </message>
    <message>
        <source>Attach the files in it.</source>
        <translation>请附加其中的文件。</translation>
    </message>
    <message>
        <source>Attach the internet gateway again</source>
        <translation>重新挂载互联网网关</translation>
    </message>
    <message>
        <source>Attach the policy again</source>
        <translation>重新附加策略</translation>
    </message>
    <message>
        <source>Attach the volume again</source>
        <translation>重新挂载卷</translation>
    </message>
    <message>
        <source>Attached to</source>
        <translation>挂载到</translation>
    </message>
    <message numerus="yes">
        <source>Authorize the rule again</source>
        <comment>Authorize the {count} rules again</comment>
        <translation>
            <numerusform>重新授权 {count} 条规则</numerusform>
        </translation>
    </message>
    <message>
        <source>Auto Scaling group</source>
        <translation>Auto Scaling 组</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Back to the chats</source>
        <translation>返回对话</translation>
    </message>
    <message>
        <source>Back to the chats (Esc)</source>
        <translation>返回对话 (Esc)</translation>
    </message>
    <message>
        <source>Back to the default</source>
        <translation>恢复默认值</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Back up the history</source>
        <translation>备份历史记录</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Backups, the newest first</source>
        <translation>备份，最新的在前</translation>
    </message>
    <message>
        <source>Bahrain</source>
        <translation>巴林</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>均衡</translation>
    </message>
    <message>
        <source>Bar chart from {begin} to {end} UTC.</source>
        <translation>柱状图，{begin} 至 {end} UTC。</translation>
    </message>
    <message>
        <source>Baton cannot check unevaluatedProperties together with patternProperties; use additionalProperties.</source>
        <translation>Baton 无法同时检查 unevaluatedProperties 和 patternProperties；请使用 additionalProperties。</translation>
    </message>
    <message>
        <source>Baton cannot listen at {address}, port {port}: {why}.</source>
        <translation>Baton 无法在 {address} 端口 {port} 上监听：{why}。</translation>
    </message>
    <message>
        <source>Baton cannot start</source>
        <translation>Baton 无法启动</translation>
    </message>
    <message>
        <source>Baton cannot write this into the policy without changing the rest of it, so it was left as it is.</source>
        <translation>Baton 无法在不改动其余部分的情况下写入策略，因此保持原样。</translation>
    </message>
    <message>
        <source>Baton could not begin this; its log says why.</source>
        <translation>Baton 无法开始此操作；原因见日志。</translation>
    </message>
    <message>
        <source>Baton could not finish this answer; its log says why.</source>
        <translation>Baton 无法完成此回答；原因见日志。</translation>
    </message>
    <message>
        <source>Baton could not finish this; its log says why.</source>
        <translation>Baton 无法完成此操作；原因见日志。</translation>
    </message>
    <message>
        <source>Baton could not finish this; its log says why. Nothing was sent.</source>
        <translation>Baton 无法完成此操作；原因见日志。未发送任何内容。</translation>
    </message>
    <message>
        <source>Baton could not finish this; its log says why. Whether AWS carried it out is unknown.</source>
        <translation>Baton 无法完成此操作；原因见日志。AWS 是否已执行未知。</translation>
    </message>
    <message>
        <source>Baton could not look up what this touches; its log says why.</source>
        <translation>Baton 无法查明这会涉及什么；原因见日志。</translation>
    </message>
    <message>
        <source>Baton downloaded this file; removing it deletes {size} from the disk.</source>
        <translation>此文件由 Baton 下载；移除会从磁盘删除 {size}。</translation>
    </message>
    <message>
        <source>Baton ended before anybody agreed to this, so it was not run. Ask for it again if it is wanted.</source>
        <translation>在有人同意之前 Baton 退出，因此没有运行。如有需要请重新提出。</translation>
    </message>
    <message>
        <source>Baton ended while AWS worked on this, so whether it was carried out is unknown. Look at the resource before trying again.</source>
        <translation>在 AWS 处理期间 Baton 退出，因此是否已执行未知。重试前请先查看资源。</translation>
    </message>
    <message>
        <source>Baton ended while this was being written.</source>
        <translation>生成期间 Baton 已退出。</translation>
    </message>
    <message>
        <source>Baton ended while this was being written. What came is kept.</source>
        <translation>生成期间 Baton 已退出。已收到的内容会保留。</translation>
    </message>
    <message>
        <source>Baton is closing; no model is loaded any more.</source>
        <translation>Baton 正在关闭，不再加载模型。</translation>
    </message>
    <message>
        <source>Baton is set to read only, so this was not carried out. Settings &gt; AWS changes that.</source>
        <translation>Baton 设为只读，因此未执行。可在“设置 &gt; AWS”中更改。</translation>
    </message>
    <message>
        <source>Baton keeps no key for {provider}: the one in use comes from the environment.</source>
        <translation>Baton 未保存 {provider} 的密钥：正在使用的来自环境变量。</translation>
    </message>
    <message>
        <source>Baton knows no way to undo that.</source>
        <translation>Baton 不知道如何撤销。</translation>
    </message>
    <message>
        <source>Baton may not read it</source>
        <translation>Baton 没有读取权限</translation>
    </message>
    <message>
        <source>Baton opens web addresses only, not {address!r}.</source>
        <translation>Baton 只打开网址，不打开 {address!r}。</translation>
    </message>
    <message>
        <source>Baton read this from your sentence, without a model.</source>
        <translation>Baton 从你的句子中识别得出，未使用模型。</translation>
    </message>
    <message>
        <source>Baton serves at {url} already.</source>
        <translation>Baton 已在 {url} 提供服务。</translation>
    </message>
    <message>
        <source>Baton serves programs on the same machine: leave --host out, or give 127.0.0.1 or ::1.</source>
        <translation>Baton 只为本机上的程序提供服务：请去掉 --host，或使用 127.0.0.1 或 ::1。</translation>
    </message>
    <message>
        <source>Baton was brought down by a fault the last time it ran. Your chats are as they were.</source>
        <translation>Baton 上次运行时因故障而崩溃。对话保持原样。</translation>
    </message>
    <message>
        <source>Baton&apos;s data file of {day} ({source})</source>
        <translation>Baton 的数据文件（{day}，{source}）</translation>
    </message>
    <message>
        <source>Baton&apos;s data file of {day} ({source}), which is {age} days old: prices may have changed</source>
        <translation>Baton 的数据文件（{day}，{source}），已有 {age} 天：价格可能已变</translation>
    </message>
    <message>
        <source>Baton&apos;s own recogniser</source>
        <translation>Baton 自带的识别器</translation>
    </message>
    <message>
        <source>Before a model is loaded, its plan says what lies where. One that is to lie on the GPU whole and does not fit is refused instead of made slow.</source>
        <translation>加载模型之前，加载计划会说明各部分放在哪里。要求全部放在 GPU 而放不下时，会拒绝加载，而不是变慢。</translation>
    </message>
    <message>
        <source>Before: {value}</source>
        <translation>早于：{value}</translation>
    </message>
    <message>
        <source>Begin with an example</source>
        <translation>从示例开始</translation>
    </message>
    <message>
        <source>Begin with an example…</source>
        <translation>从示例开始…</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Block public access</source>
        <translation>阻止公开访问</translation>
    </message>
    <message>
        <source>Branch 1 of {count}: the one shown</source>
        <translation>分支 1/{count}：当前显示的分支</translation>
    </message>
    <message>
        <source>Branch {number} of {count}: {name}</source>
        <translation>分支 {number}/{count}：{name}</translation>
    </message>
    <message>
        <source>Branches of this chat</source>
        <translation>此对话的分支</translation>
    </message>
    <message>
        <source>Break the line</source>
        <translation>换行</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Bring the object back, by deleting its deletion marker</source>
        <translation>通过删除其删除标记来恢复对象</translation>
    </message>
    <message>
        <source>Bring this chat back</source>
        <translation>恢复此对话</translation>
    </message>
    <message>
        <source>Bucket</source>
        <translation>存储桶</translation>
    </message>
    <message>
        <source>Bucket may have letters, digits, dots, hyphens and underscores only.</source>
        <translation>Bucket 只能包含字母、数字、点、连字符和下划线。</translation>
    </message>
    <message>
        <source>Bucket must be 3 to 63 characters of lower-case letters, digits, dots and hyphens.</source>
        <translation>Bucket 必须由 3 到 63 个小写字母、数字、点和连字符组成。</translation>
    </message>
    <message>
        <source>Buckets that anyone on the internet may read or write, by their policy or their ACL, and that nothing blocks.</source>
        <translation>因策略或 ACL 可被互联网上任何人读写且未被阻止的存储桶。</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>Budgets</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>Budgets of all chats…</source>
        <translation>所有对话的预算…</translation>
    </message>
    <message>
        <source>Budgets…</source>
        <translation>预算…</translation>
    </message>
    <message>
        <source>Build the list of AWS operations</source>
        <translation>构建 AWS 操作列表</translation>
    </message>
    <message>
        <source>Built in, no model</source>
        <translation>内置，无模型</translation>
    </message>
    <message>
        <source>Busiest day %</source>
        <translation>最忙一天 %</translation>
    </message>
    <message>
        <source>By a model on this machine</source>
        <translation>由本机上的模型</translation>
    </message>
    <message>
        <source>By a vendor&apos;s moderation endpoint</source>
        <translation>由厂商的审核端点</translation>
    </message>
    <message>
        <source>By its ACL</source>
        <translation>按 ACL</translation>
    </message>
    <message>
        <source>By its name it hands out a {thing}.</source>
        <translation>从名称看，它会给出“{thing}”。</translation>
    </message>
    <message>
        <source>By its name it hands out an {thing}.</source>
        <translation>从名称看，它会给出“{thing}”。</translation>
    </message>
    <message>
        <source>By its policy</source>
        <translation>按策略</translation>
    </message>
    <message>
        <source>By what is asked</source>
        <translation>按提问内容</translation>
    </message>
    <message>
        <source>By your own list below, on this machine</source>
        <translation>按下面自己的列表，在本机</translation>
    </message>
    <message>
        <source>Calgary</source>
        <translation>卡尔加里</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>调用</translation>
    </message>
    <message>
        <source>Call my AWS accounts by their names</source>
        <translation>在报告中写出 AWS 账户的名称</translation>
    </message>
    <message>
        <source>Calls at the same time</source>
        <translation>同时调用数</translation>
    </message>
    <message>
        <source>Calls of today that were no reads, with who made them, as CloudTrail has them (with some minutes&apos; delay).</source>
        <translation>CloudTrail 记录的今日非读取调用及其发起者（有几分钟延迟）。</translation>
    </message>
    <message>
        <source>Calls of {title} go to another address now than was shown, so nothing was sent.</source>
        <translation>{title} 的调用现在发往与所示不同的地址，因此未发送任何内容。</translation>
    </message>
    <message>
        <source>Canada</source>
        <translation>加拿大</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel at the provider</source>
        <translation>在提供商处取消</translation>
    </message>
    <message>
        <source>Cancel the key&apos;s deletion</source>
        <translation>取消删除密钥</translation>
    </message>
    <message>
        <source>Cannot be listed</source>
        <translation>无法列出</translation>
    </message>
    <message>
        <source>Cannot be used now</source>
        <translation>目前无法使用</translation>
    </message>
    <message>
        <source>Cape Town</source>
        <translation>开普敦</translation>
    </message>
    <message>
        <source>Caution</source>
        <translation>当心</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Certificate file</source>
        <translation>证书文件</translation>
    </message>
    <message>
        <source>Certificates in PEM form that are trusted beside the system&apos;s, for a company&apos;s proxy. Empty: none.</source>
        <translation>除系统证书外还信任的 PEM 格式证书，例如公司代理的证书。留空：无。</translation>
    </message>
    <message>
        <source>Certificates that end within 30 days, or have ended.</source>
        <translation>30 天内到期或已到期的证书。</translation>
    </message>
    <message>
        <source>Change it in the model dock.</source>
        <translation>请在模型面板中修改。</translation>
    </message>
    <message>
        <source>Change it, or choose another model.</source>
        <translation>请修改，或选择其他模型。</translation>
    </message>
    <message>
        <source>Change it, or close it to see all rows.</source>
        <translation>请修改查询，或关闭它以查看所有行。</translation>
    </message>
    <message>
        <source>Change model…</source>
        <translation>更换模型…</translation>
    </message>
    <message>
        <source>Change the bias in the model dock.</source>
        <translation>请在模型面板中修改偏置。</translation>
    </message>
    <message>
        <source>Change the message</source>
        <translation>修改消息</translation>
    </message>
    <message>
        <source>Change the parameters in the model dock, or choose another model.</source>
        <translation>请在模型面板中修改参数，或选择其他模型。</translation>
    </message>
    <message>
        <source>Change the schema, or go on without one.</source>
        <translation>请修改 schema，或不使用 schema。</translation>
    </message>
    <message>
        <source>Change the schema…</source>
        <translation>更改 schema…</translation>
    </message>
    <message>
        <source>Changed from {format} to {media_type}, which models take.</source>
        <translation>已从 {format} 转换为模型支持的 {media_type}。</translation>
    </message>
    <message>
        <source>Changes of more than {count} resources are asked about again.</source>
        <translation>更改超过 {count} 个资源时会再次询问。</translation>
    </message>
    <message>
        <source>Changes to IAM and other global services will not be recorded any more.</source>
        <translation>对 IAM 和其他全局服务的更改不再记录。</translation>
    </message>
    <message>
        <source>Character {number} does not belong here.</source>
        <translation>第 {number} 个字符不应在此处。</translation>
    </message>
    <message>
        <source>Chart: {names}</source>
        <translation>图表：{names}</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Chat Completions, which nearly every server speaks</source>
        <translation>Chat Completions，几乎所有服务器都支持</translation>
    </message>
    <message>
        <source>Chat offline and in private, with a model file you have or one to download.</source>
        <translation>离线且私密地对话，使用已有的模型文件或下载一个。</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Chats put away. Drop chats here to put them away.</source>
        <translation>已归档的对话。将对话拖到此处即可归档。</translation>
    </message>
    <message>
        <source>Chats – Baton</source>
        <translation>对话 – Baton</translation>
    </message>
    <message>
        <source>Chats, summaries and batches share one queue for each provider; chats go first. Models on this machine have limits of their own.</source>
        <translation>对话、摘要和批处理对每个提供商共用一个队列；对话优先。本机上的模型另有限制。</translation>
    </message>
    <message>
        <source>Check HF_ENDPOINT and the proxy, and whether this network asks you to sign in.</source>
        <translation>请检查 HF_ENDPOINT 和代理，以及此网络是否要求登录。</translation>
    </message>
    <message>
        <source>Check HF_ENDPOINT.</source>
        <translation>请检查 HF_ENDPOINT。</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Check its required names, its bounds and its references to itself.</source>
        <translation>请检查其必需名称、界限以及对自身的引用。</translation>
    </message>
    <message>
        <source>Check messages and answers</source>
        <translation>检查消息和回答</translation>
    </message>
    <message>
        <source>Check that the address begins with the right https or http.</source>
        <translation>请检查地址开头的 https 或 http 是否正确。</translation>
    </message>
    <message>
        <source>Check the address in Settings &gt; Endpoints; it usually ends in /v1.</source>
        <translation>请检查“设置 &gt; 端点”中的地址；它通常以 /v1 结尾。</translation>
    </message>
    <message>
        <source>Check the address, and whether the proxy allows it.</source>
        <translation>请检查地址，以及代理是否允许访问。</translation>
    </message>
    <message>
        <source>Check the address, the network and the proxy.</source>
        <translation>请检查地址、网络和代理。</translation>
    </message>
    <message>
        <source>Check the billing page of {title}.</source>
        <translation>请检查 {title} 的账单页面。</translation>
    </message>
    <message>
        <source>Check the clock. Behind a company&apos;s proxy, add its root certificate to the system&apos;s store, or name its file in Settings &gt; Network &gt; Certificate file.</source>
        <translation>请检查时钟。若使用公司代理，请将其根证书加入系统证书库，或在“设置 &gt; 网络 &gt; 证书文件”中指定。</translation>
    </message>
    <message>
        <source>Check the disk, then try again.</source>
        <translation>请检查磁盘后重试。</translation>
    </message>
    <message>
        <source>Check the disk; if it is well, restart Baton.</source>
        <translation>请检查磁盘；若无问题，请重新启动 Baton。</translation>
    </message>
    <message>
        <source>Check the endpoint and the start address of the sign-in in the AWS configuration.</source>
        <translation>请检查 AWS 配置中登录的端点和起始地址。</translation>
    </message>
    <message>
        <source>Check the folder&apos;s permissions.</source>
        <translation>请检查文件夹的权限。</translation>
    </message>
    <message>
        <source>Check the history</source>
        <translation>检查历史记录</translation>
    </message>
    <message>
        <source>Check the history: baton history check.</source>
        <translation>请检查历史记录：baton history check。</translation>
    </message>
    <message>
        <source>Check the name on the hub&apos;s page; for a private one set a token: baton keys set {name}.</source>
        <translation>请在模型中心页面上核对名称；私有仓库请设置令牌：baton keys set {name}。</translation>
    </message>
    <message>
        <source>Check the name, and that it is in {region} of this account.</source>
        <translation>请检查名称，以及它是否在此账户的 {region} 中。</translation>
    </message>
    <message>
        <source>Check the network and the proxy, and that the service exists in this region.</source>
        <translation>请检查网络和代理，以及该区域是否有此服务。</translation>
    </message>
    <message>
        <source>Check the network and the proxy, then try again; a download goes on where it stopped.</source>
        <translation>请检查网络和代理后重试；下载会从停止处继续。</translation>
    </message>
    <message>
        <source>Check the network and try again.</source>
        <translation>请检查网络后重试。</translation>
    </message>
    <message>
        <source>Check the network, and the proxy in Settings &gt; Network or HTTPS_PROXY.</source>
        <translation>请检查网络，以及“设置 &gt; 网络”或 HTTPS_PROXY 中的代理。</translation>
    </message>
    <message>
        <source>Check the network, the proxy and any endpoint set in the AWS configuration; after a change, look before repeating it.</source>
        <translation>请检查网络、代理以及 AWS 配置中设置的端点；如果是更改操作，请先查看结果再重复执行。</translation>
    </message>
    <message>
        <source>Check the network, the proxy and the address.</source>
        <translation>请检查网络、代理和地址。</translation>
    </message>
    <message>
        <source>Check the network, then try again; a download goes on where it stopped.</source>
        <translation>请检查网络后重试；下载会从停止处继续。</translation>
    </message>
    <message>
        <source>Check the path and its permissions.</source>
        <translation>请检查路径及其权限。</translation>
    </message>
    <message>
        <source>Check the path.</source>
        <translation>请检查路径。</translation>
    </message>
    <message>
        <source>Check the proxy and any endpoint set in the AWS configuration.</source>
        <translation>请检查代理以及 AWS 配置中设置的端点。</translation>
    </message>
    <message>
        <source>Check the region, the start address and any endpoint of the sign-in in the AWS configuration.</source>
        <translation>请检查 AWS 配置中登录的区域、起始地址和端点。</translation>
    </message>
    <message>
        <source>Check the start address of the sign-in in the AWS configuration.</source>
        <translation>请检查 AWS 配置中登录的起始地址。</translation>
    </message>
    <message>
        <source>Check what works on this machine</source>
        <translation>检查本机可用的功能</translation>
    </message>
    <message>
        <source>Checking that it fits the model&apos;s context…</source>
        <translation>正在检查是否超出模型的上下文…</translation>
    </message>
    <message>
        <source>Checking the parameters…</source>
        <translation>正在检查参数…</translation>
    </message>
    <message>
        <source>Checking what is here already.</source>
        <translation>正在检查已有内容。</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Choose Responses where the endpoint&apos;s own documentation names it (POST /responses): reasoning models then keep their thinking from one tool call to the next. Baton does not find out by itself: many servers answer there and speak only a part of it.</source>
        <translation>如果端点自己的文档提到 Responses（POST /responses），请选择它：推理模型可在多次工具调用之间保留思考。Baton 不会自行判断：许多服务器会应答，但只支持其中一部分。</translation>
    </message>
    <message>
        <source>Choose a .gguf file.</source>
        <translation>请选择 .gguf 文件。</translation>
    </message>
    <message>
        <source>Choose a LoRA adapter, as a GGUF file.</source>
        <translation>请选择 GGUF 文件形式的 LoRA 适配器。</translation>
    </message>
    <message>
        <source>Choose a LoRA adapter.</source>
        <translation>请选择 LoRA 适配器。</translation>
    </message>
    <message>
        <source>Choose a file that ends in .gguf, from a model&apos;s GGUF download.</source>
        <translation>请从模型的 GGUF 下载中选择以 .gguf 结尾的文件。</translation>
    </message>
    <message>
        <source>Choose a local model as the judge.</source>
        <translation>请选择本地模型进行审核。</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>Choose a model and answer again.</source>
        <translation>请选择模型并重新回答。</translation>
    </message>
    <message>
        <source>Choose a model for chat.</source>
        <translation>请选择对话模型。</translation>
    </message>
    <message>
        <source>Choose a model on this machine, or allow them in Settings &gt; Privacy.</source>
        <translation>请选择本机上的模型，或在“设置 &gt; 隐私”中允许。</translation>
    </message>
    <message>
        <source>Choose a model that does, or paste its text.</source>
        <translation>请选择接受它的模型，或粘贴其文本。</translation>
    </message>
    <message>
        <source>Choose a model that does, or take it out.</source>
        <translation>请选择接受文件的模型，或将其移除。</translation>
    </message>
    <message>
        <source>Choose a model that does.</source>
        <translation>请选择支持的模型。</translation>
    </message>
    <message>
        <source>Choose a model that generates text, such as an instruct model.</source>
        <translation>请选择能生成文本的模型，例如 instruct 模型。</translation>
    </message>
    <message>
        <source>Choose a model that reads PDFs, or attach its pages as pictures.</source>
        <translation>请选择能读取 PDF 的模型，或将其页面作为图片附加。</translation>
    </message>
    <message>
        <source>Choose a model that reads PDFs, or attach its text.</source>
        <translation>请选择能读取 PDF 的模型，或附加其文本。</translation>
    </message>
    <message numerus="yes">
        <source>Choose a model that sees pictures, or remove it.</source>
        <comment>Choose a model that sees pictures, or remove them.</comment>
        <translation>
            <numerusform>请选择能查看图片的模型，或移除图片。</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a model that sees pictures, or take the picture out.</source>
        <translation>请选择能查看图片的模型，或移除图片。</translation>
    </message>
    <message>
        <source>Choose a model that takes such files, or paste the text of it.</source>
        <translation>请选择接受此类文件的模型，或粘贴其文本。</translation>
    </message>
    <message>
        <source>Choose a model with more context, or chat without AWS.</source>
        <translation>请选择上下文更大的模型，或不使用 AWS 对话。</translation>
    </message>
    <message>
        <source>Choose a model, or remove the files.</source>
        <translation>请选择模型，或移除文件。</translation>
    </message>
    <message>
        <source>Choose a newer model, or drop the schema.</source>
        <translation>请选择更新的模型，或去掉 schema。</translation>
    </message>
    <message>
        <source>Choose a playbook in the list.</source>
        <translation>请在列表中选择巡检手册。</translation>
    </message>
    <message>
        <source>Choose a preset</source>
        <translation>选择预设</translation>
    </message>
    <message>
        <source>Choose a shorter one.</source>
        <translation>请使用更短的名称。</translation>
    </message>
    <message>
        <source>Choose a smaller context in Settings &gt; Local models.</source>
        <translation>请在“设置 &gt; 本地模型”中选择更小的上下文。</translation>
    </message>
    <message>
        <source>Choose a smaller model or a smaller context, or close other programs.</source>
        <translation>请选择更小的模型或更小的上下文，或关闭其他程序。</translation>
    </message>
    <message>
        <source>Choose a smaller quantisation or a smaller context, or unload other models.</source>
        <translation>请选择更小的量化或更小的上下文，或卸载其他模型。</translation>
    </message>
    <message>
        <source>Choose an AWS account and region</source>
        <translation>选择 AWS 账户和区域</translation>
    </message>
    <message>
        <source>Choose an account of your own for it.</source>
        <translation>请为此选择自己的账户。</translation>
    </message>
    <message>
        <source>Choose an account or a region</source>
        <translation>选择账户或区域</translation>
    </message>
    <message>
        <source>Choose an adapter made for this very model, or remove it from the model.</source>
        <translation>请选择专为此模型制作的适配器，或从模型中移除它。</translation>
    </message>
    <message>
        <source>Choose an adapter that was made for this very model.</source>
        <translation>请选择专为此模型制作的适配器。</translation>
    </message>
    <message>
        <source>Choose an embedding model.</source>
        <translation>请选择嵌入模型。</translation>
    </message>
    <message>
        <source>Choose an entry to read it whole.</source>
        <translation>选择一个条目以查看全文。</translation>
    </message>
    <message>
        <source>Choose an export in JSON.</source>
        <translation>请选择 JSON 格式的导出文件。</translation>
    </message>
    <message>
        <source>Choose another account, or add it with aws configure.</source>
        <translation>请选择其他账户，或用 aws configure 添加。</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>请选择其他文件。</translation>
    </message>
    <message>
        <source>Choose another file…</source>
        <translation>选择其他文件…</translation>
    </message>
    <message>
        <source>Choose another filter in Settings &gt; Moderation, or switch it off.</source>
        <translation>请在“设置 &gt; 内容审核”中选择其他过滤器，或将其关闭。</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>请选择其他文件夹。</translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <translation>选择其他文件夹…</translation>
    </message>
    <message>
        <source>Choose another model, or drop the schema.</source>
        <translation>请选择其他模型，或去掉 schema。</translation>
    </message>
    <message>
        <source>Choose another model, or drop the turns.</source>
        <translation>请另选模型，或舍弃这些轮次。</translation>
    </message>
    <message>
        <source>Choose another model.</source>
        <translation>请选择其他模型。</translation>
    </message>
    <message>
        <source>Choose another model…</source>
        <translation>另选模型…</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>请使用其他名称。</translation>
    </message>
    <message>
        <source>Choose another port, or 0 for any that is free.</source>
        <translation>请选择其他端口，或用 0 表示任意空闲端口。</translation>
    </message>
    <message>
        <source>Choose another region, or have it enabled in the account&apos;s settings (AWS Regions).</source>
        <translation>请选择其他区域，或在账户设置（AWS Regions）中启用它。</translation>
    </message>
    <message>
        <source>Choose another region.</source>
        <translation>请选择其他区域。</translation>
    </message>
    <message>
        <source>Choose another repository.</source>
        <translation>请选择其他仓库。</translation>
    </message>
    <message>
        <source>Choose another title.</source>
        <translation>请使用其他标题。</translation>
    </message>
    <message>
        <source>Choose another.</source>
        <translation>请另选一个。</translation>
    </message>
    <message>
        <source>Choose beforehand what to leave out: --overflow drop or --overflow summarise with baton ask, /overflow in the terminal chat, or Settings &gt; Models.</source>
        <translation>请事先选择舍弃什么：baton ask 用 --overflow drop 或 --overflow summarise，终端对话用 /overflow，或“设置 &gt; 模型”。</translation>
    </message>
    <message>
        <source>Choose fewer findings at once.</source>
        <translation>请一次选择较少的发现项。</translation>
    </message>
    <message>
        <source>Choose its name with a region before it, as in us.{model}; baton models --refresh lists those you can use.</source>
        <translation>请选择前面带区域的名称，例如 us.{model}；baton models --refresh 会列出可用的模型。</translation>
    </message>
    <message>
        <source>Choose one above 1023, or 0 for any free one.</source>
        <translation>请选择大于 1023 的端口，或用 0 表示任意空闲端口。</translation>
    </message>
    <message>
        <source>Choose one from 1024 to 65535, or 0 for any that is free.</source>
        <translation>请选择 1024 到 65535 之间的端口，或用 0 表示任意空闲端口。</translation>
    </message>
    <message>
        <source>Choose one in Settings &gt; AWS &gt; Region for Bedrock, as in us-east-1.</source>
        <translation>请在“设置 &gt; AWS &gt; Bedrock 的区域”中选择一个，例如 us-east-1。</translation>
    </message>
    <message>
        <source>Choose one of your own messages.</source>
        <translation>请选择你自己的一条消息。</translation>
    </message>
    <message>
        <source>Choose one of: {names}.</source>
        <translation>请选择其一：{names}。</translation>
    </message>
    <message>
        <source>Choose one up to {strongest}, such as 1 or 0.5.</source>
        <translation>请选择不超过 {strongest} 的值，例如 1 或 0.5。</translation>
    </message>
    <message>
        <source>Choose other files…</source>
        <translation>选择其他文件…</translation>
    </message>
    <message>
        <source>Choose rows to fix them; each change is shown before it is made.</source>
        <translation>选择要修复的行；每项更改在执行前都会显示。</translation>
    </message>
    <message>
        <source>Choose the .gguf file in it.</source>
        <translation>请选择其中的 .gguf 文件。</translation>
    </message>
    <message>
        <source>Choose the demo account again; it starts afresh.</source>
        <translation>请再次选择演示账户；它会重新开始。</translation>
    </message>
    <message>
        <source>Choose the file of answers</source>
        <translation>选择回答文件</translation>
    </message>
    <message>
        <source>Choose the file of prompts</source>
        <translation>选择提示词文件</translation>
    </message>
    <message>
        <source>Choose the model itself, or another one.</source>
        <translation>请选择模型本身，或其他模型。</translation>
    </message>
    <message>
        <source>Choose {parameter} from what there is</source>
        <translation>从现有项中选择 {parameter}</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Chosen for the model</source>
        <translation>按模型决定</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Clear kept answers</source>
        <translation>清除已保留的回答</translation>
    </message>
    <message>
        <source>Clear the search (Esc)</source>
        <translation>清除搜索（Esc）</translation>
    </message>
    <message>
        <source>Clear the system prompt, or choose another model.</source>
        <translation>请清空系统提示词，或选择其他模型。</translation>
    </message>
    <message>
        <source>Clear view</source>
        <translation>清空视图</translation>
    </message>
    <message>
        <source>Clear what has ended</source>
        <translation>清除已结束的</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message>
        <source>Close other programs, or choose a smaller model or context.</source>
        <translation>请关闭其他程序，或选择更小的模型或上下文。</translation>
    </message>
    <message>
        <source>Close other programs, or choose a smaller model; local models are unloaded meanwhile.</source>
        <translation>请关闭其他程序，或选择更小的模型；在此期间本地模型会被卸载。</translation>
    </message>
    <message>
        <source>Close other programs, or look at baton doctor.</source>
        <translation>请关闭其他程序，或查看 baton doctor。</translation>
    </message>
    <message>
        <source>Close the other windows and commands of Baton, then try again.</source>
        <translation>请关闭 Baton 的其他窗口和命令，然后重试。</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>关闭此通知</translation>
    </message>
    <message>
        <source>CloudWatch alarms that are in alarm now, and since when.</source>
        <translation>当前处于告警状态的 CloudWatch 告警及其开始时间。</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Code to write, explain, review or mend.</source>
        <translation>要编写、解释、审查或修复的代码。</translation>
    </message>
    <message>
        <source>Code, {language}</source>
        <translation>代码，{language}</translation>
    </message>
    <message>
        <source>Code, {language}, {count} lines</source>
        <translation>代码，{language}，{count} 行</translation>
    </message>
    <message>
        <source>Code: {code}</source>
        <translation>代码：{code}</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>列…</translation>
    </message>
    <message>
        <source>Come with Baton</source>
        <translation>Baton 自带</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Commands and prompts</source>
        <translation>命令和提示词</translation>
    </message>
    <message>
        <source>Compare it with the paper or the file, group by group.</source>
        <translation>请逐组与纸上或文件中的内容核对。</translation>
    </message>
    <message>
        <source>Confirmation</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Considers words whose score is within so many standard deviations of the best; -1 is off.</source>
        <translation>只考虑得分与最佳得分相差在这么多个标准差以内的词；-1 表示关闭。</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>Context: {words}</source>
        <translation>上下文：{words}</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>对比度</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Conversation {number}</source>
        <translation>对话 {number}</translation>
    </message>
    <message>
        <source>Copies what was sent, without what was hidden.</source>
        <translation>复制发送的内容，不含被隐藏的部分。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>复制地址</translation>
    </message>
    <message>
        <source>Copy answer as Markdown</source>
        <translation>以 Markdown 复制回答</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>复制为 JSON</translation>
    </message>
    <message>
        <source>Copy as {form}</source>
        <translation>复制为 {form}</translation>
    </message>
    <message>
        <source>Copy cell</source>
        <translation>复制单元格</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>复制代码</translation>
    </message>
    <message>
        <source>Copy column</source>
        <translation>复制列</translation>
    </message>
    <message>
        <source>Copy message</source>
        <translation>复制消息</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>复制路径</translation>
    </message>
    <message>
        <source>Copy row</source>
        <translation>复制行</translation>
    </message>
    <message>
        <source>Copy the JSON</source>
        <translation>复制 JSON</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>复制地址</translation>
    </message>
    <message>
        <source>Copy the findings as text</source>
        <translation>将检查结果复制为文本</translation>
    </message>
    <message>
        <source>Copy the key</source>
        <translation>复制密钥</translation>
    </message>
    <message>
        <source>Copy the key alone.</source>
        <translation>请只复制密钥。</translation>
    </message>
    <message>
        <source>Copy the message, or the last answer</source>
        <translation>复制消息，或最后一个回答</translation>
    </message>
    <message>
        <source>Copy the path</source>
        <translation>复制路径</translation>
    </message>
    <message>
        <source>Copy the result…</source>
        <translation>复制结果…</translation>
    </message>
    <message>
        <source>Copy this value</source>
        <translation>复制此值</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>复制值</translation>
    </message>
    <message>
        <source>Correct facts</source>
        <translation>更正信息</translation>
    </message>
    <message>
        <source>Correct facts…</source>
        <translation>更正信息…</translation>
    </message>
    <message>
        <source>Correct the schema.</source>
        <translation>请修正 schema。</translation>
    </message>
    <message>
        <source>Correct what is said of this model…</source>
        <translation>更正此模型的信息…</translation>
    </message>
    <message>
        <source>Corrected by you</source>
        <translation>由你更正</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Cost by service</source>
        <translation>按服务统计费用</translation>
    </message>
    <message>
        <source>Cost of its {count} requests: {costs}</source>
        <translation>{count} 次请求的费用：{costs}</translation>
    </message>
    <message>
        <source>Cost: {cost}</source>
        <translation>费用：{cost}</translation>
    </message>
    <message>
        <source>Create one first, or ask in other accounts.</source>
        <translation>请先创建，或在其他账户中询问。</translation>
    </message>
    <message>
        <source>Create the alarms again</source>
        <translation>重新创建警报</translation>
    </message>
    <message>
        <source>Create the bucket again, with its settings</source>
        <translation>重新创建存储桶及其设置</translation>
    </message>
    <message>
        <source>Create the group again</source>
        <translation>重新创建组</translation>
    </message>
    <message>
        <source>Create the role again</source>
        <translation>重新创建角色</translation>
    </message>
    <message>
        <source>Create the route again</source>
        <translation>重新创建路由</translation>
    </message>
    <message>
        <source>Create the user again</source>
        <translation>重新创建用户</translation>
    </message>
    <message>
        <source>Created days ago</source>
        <translation>创建天数</translation>
    </message>
    <message>
        <source>Creative</source>
        <translation>创意</translation>
    </message>
    <message>
        <source>Credentials from the environment</source>
        <translation>来自环境变量的凭证</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Ctrl+N</source>
        <translation>Ctrl+N</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>货币</translation>
    </message>
    <message>
        <source>DNS zone</source>
        <translation>DNS 区域</translation>
    </message>
    <message>
        <source>DRY allowed length</source>
        <translation>DRY 允许长度</translation>
    </message>
    <message>
        <source>DRY base</source>
        <translation>DRY 底数</translation>
    </message>
    <message>
        <source>DRY breakers</source>
        <translation>DRY 分隔符</translation>
    </message>
    <message>
        <source>DRY looks back</source>
        <translation>DRY 回看范围</translation>
    </message>
    <message>
        <source>DRY strength</source>
        <translation>DRY 强度</translation>
    </message>
    <message>
        <source>DRY: whole phrases repeated</source>
        <translation>DRY：整段短语的重复</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Data in {data}; {free} GiB free.</source>
        <translation>数据位于 {data}；剩余 {free} GiB。</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>Days left</source>
        <translation>剩余天数</translation>
    </message>
    <message>
        <source>Days measured</source>
        <translation>测量天数</translation>
    </message>
    <message>
        <source>Deactivate the user&apos;s oldest key</source>
        <translation>停用该用户最旧的密钥</translation>
    </message>
    <message>
        <source>Debug</source>
        <translation>调试</translation>
    </message>
    <message>
        <source>Decrypt</source>
        <translation>解密</translation>
    </message>
    <message>
        <source>Decrypt the history and its backups</source>
        <translation>解密历史记录及其备份</translation>
    </message>
    <message>
        <source>Decrypt…</source>
        <translation>解密…</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>默认值</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>永久删除</translation>
    </message>
    <message>
        <source>Delete for good…</source>
        <translation>永久删除…</translation>
    </message>
    <message>
        <source>Delete from here on</source>
        <translation>从此处起删除</translation>
    </message>
    <message>
        <source>Delete from this message on</source>
        <translation>从这条消息起全部删除</translation>
    </message>
    <message>
        <source>Delete takes that back</source>
        <translation>按 Delete 可取消</translation>
    </message>
    <message>
        <source>Delete the alarm that was created</source>
        <translation>删除已创建的警报</translation>
    </message>
    <message>
        <source>Delete the chat instead.</source>
        <translation>请改为删除对话。</translation>
    </message>
    <message>
        <source>Delete the chat selected in the list</source>
        <translation>删除列表中选中的对话</translation>
    </message>
    <message>
        <source>Delete the file</source>
        <translation>删除文件</translation>
    </message>
    <message>
        <source>Delete the filter that was put</source>
        <translation>删除所设置的筛选器</translation>
    </message>
    <message>
        <source>Delete the new route</source>
        <translation>删除新路由</translation>
    </message>
    <message>
        <source>Delete the new version of the policy</source>
        <translation>删除策略的新版本</translation>
    </message>
    <message>
        <source>Delete the rule that was created</source>
        <translation>删除已创建的规则</translation>
    </message>
    <message>
        <source>Delete the turn</source>
        <translation>删除该轮次</translation>
    </message>
    <message>
        <source>Delete the turn that has the focus</source>
        <translation>删除焦点所在的轮次</translation>
    </message>
    <message>
        <source>Delete the version just written</source>
        <translation>删除刚写入的版本</translation>
    </message>
    <message>
        <source>Delete the volume</source>
        <translation>删除卷</translation>
    </message>
    <message>
        <source>Delete this answer and what follows it</source>
        <translation>删除这个回答及其后的内容</translation>
    </message>
    <message>
        <source>Delete this chat</source>
        <translation>删除此对话</translation>
    </message>
    <message>
        <source>Delete this message with its answers</source>
        <translation>删除这条消息及其回答</translation>
    </message>
    <message>
        <source>Delete {what} that was created</source>
        <translation>删除新创建的{what}</translation>
    </message>
    <message>
        <source>Delete {what} that was created.</source>
        <translation>删除新创建的{what}。</translation>
    </message>
    <message>
        <source>Deleted chats lie here for {days} days. Drop chats here to delete them.</source>
        <translation>已删除的对话在此保留 {days} 天。将对话拖到此处即可删除。</translation>
    </message>
    <message>
        <source>Demo account</source>
        <translation>演示账户</translation>
    </message>
    <message>
        <source>Deregister the targets again</source>
        <translation>再次取消注册目标</translation>
    </message>
    <message>
        <source>Detach the internet gateway again</source>
        <translation>再次分离互联网网关</translation>
    </message>
    <message>
        <source>Detach the policy again</source>
        <translation>再次分离策略</translation>
    </message>
    <message>
        <source>Detach the volume again</source>
        <translation>再次分离卷</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Details: {facts}</source>
        <translation>详情：{facts}</translation>
    </message>
    <message>
        <source>Did you mean {names}?</source>
        <translation>是否是指 {names}？</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>文字方向</translation>
    </message>
    <message>
        <source>Disable the key again</source>
        <translation>再次禁用密钥</translation>
    </message>
    <message>
        <source>Disable the rule again</source>
        <translation>再次禁用规则</translation>
    </message>
    <message>
        <source>Divides the score of words used lately; 1 leaves them alone, 1.1 is mild.</source>
        <translation>将最近用过的词的得分除以此值；1 表示不变，1.1 较温和。</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>已完成。</translation>
    </message>
    <message>
        <source>Done: all {count} steps.</source>
        <translation>已完成：全部 {count} 个步骤。</translation>
    </message>
    <message>
        <source>Done: {operation}</source>
        <translation>已完成：{operation}</translation>
    </message>
    <message>
        <source>Done: {what}. Run the playbook again to see what is left.</source>
        <translation>已完成：{what}。再次运行巡检手册可查看剩余项。</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Download it again; the damaged part was deleted.</source>
        <translation>请重新下载；损坏的部分已删除。</translation>
    </message>
    <message>
        <source>Download the file again.</source>
        <translation>请重新下载该文件。</translation>
    </message>
    <message>
        <source>Download the model again.</source>
        <translation>请重新下载该模型。</translation>
    </message>
    <message>
        <source>Download the usual, little-endian file.</source>
        <translation>请下载常见的小端序文件。</translation>
    </message>
    <message>
        <source>Download {name}</source>
        <translation>下载 {name}</translation>
    </message>
    <message>
        <source>Downloaded</source>
        <translation>已下载</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Downloads are switched off by HF_HUB_OFFLINE.</source>
        <translation>HF_HUB_OFFLINE 已禁用下载。</translation>
    </message>
    <message numerus="yes">
        <source>Drop the oldest turn</source>
        <comment>Drop the {count} oldest turns</comment>
        <translation>
            <numerusform>舍弃最早的 {count} 个轮次</numerusform>
        </translation>
    </message>
    <message>
        <source>Drop the oldest turns instead, or start a new chat.</source>
        <translation>请改为舍弃最早的轮次，或新建对话。</translation>
    </message>
    <message>
        <source>Dry run: AWS would carry it out.</source>
        <translation>试运行：AWS 会执行。</translation>
    </message>
    <message>
        <source>Dry run: AWS would refuse it ({actions}).</source>
        <translation>试运行：AWS 会拒绝（{actions}）。</translation>
    </message>
    <message>
        <source>Dry run: AWS would refuse it.</source>
        <translation>试运行：AWS 会拒绝。</translation>
    </message>
    <message>
        <source>Dry run: came to nothing.</source>
        <translation>试运行：没有结果。</translation>
    </message>
    <message>
        <source>Dry run: nothing was changed</source>
        <translation>试运行：没有更改任何内容</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制一份</translation>
    </message>
    <message>
        <source>Duplicate it first.</source>
        <translation>请先创建副本。</translation>
    </message>
    <message>
        <source>Dynamic temperature</source>
        <translation>动态温度</translation>
    </message>
    <message>
        <source>Dynamic temperature&apos;s exponent</source>
        <translation>动态温度的指数</translation>
    </message>
    <message>
        <source>EBS volumes that no instance uses. They cost the same as attached ones.</source>
        <translation>没有实例使用的 EBS 卷。其费用与已挂载的相同。</translation>
    </message>
    <message>
        <source>EBS volumes whose data is not encrypted at rest. A copy of a snapshot can be; the volume itself cannot.</source>
        <translation>数据未加密的 EBS 卷。可以加密快照的副本；卷本身不能。</translation>
    </message>
    <message>
        <source>EC2 could not be asked for a dry run in time.</source>
        <translation>未能及时请求 EC2 试运行。</translation>
    </message>
    <message>
        <source>EC2 could not be asked: {error}</source>
        <translation>无法询问 EC2：{error}</translation>
    </message>
    <message>
        <source>EC2 would carry it out. {limits}</source>
        <translation>EC2 会执行它。{limits}</translation>
    </message>
    <message>
        <source>EC2 would refuse it: {error}</source>
        <translation>EC2 会拒绝它：{error}</translation>
    </message>
    <message>
        <source>Each line of the first file is a prompt: a text in quotes, or an object with a “prompt” or “messages”. Each line of the second is an answer. A local model works on several at once.</source>
        <translation>第一个文件的每一行是一条提示词：带引号的文本，或含“prompt”或“messages”的对象。第二个文件的每一行是一个回答。本地模型会同时处理多条。</translation>
    </message>
    <message>
        <source>Each message goes to the model set for its kind in Settings &gt; Routing; where none is, to {usual}.</source>
        <translation>每条消息会发给在“设置 &gt; 路由”中为其类别指定的模型；未指定时发给 {usual}。</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Edit and send as a new version</source>
        <translation>编辑并作为新版本发送</translation>
    </message>
    <message>
        <source>Edit message</source>
        <translation>编辑消息</translation>
    </message>
    <message>
        <source>Edit policy.toml by hand.</source>
        <translation>请手动编辑 policy.toml。</translation>
    </message>
    <message>
        <source>Edit policy.toml.</source>
        <translation>请编辑 policy.toml。</translation>
    </message>
    <message>
        <source>Edit the message, or your last one</source>
        <translation>编辑消息，或自己的最后一条消息</translation>
    </message>
    <message>
        <source>Edit {name}</source>
        <translation>编辑 {name}</translation>
    </message>
    <message>
        <source>Elastic IP</source>
        <translation>弹性 IP</translation>
    </message>
    <message>
        <source>Elastic IP addresses that lead nowhere. AWS charges for each public address by the hour.</source>
        <translation>没有指向任何资源的弹性 IP 地址。AWS 对每个公网地址按小时收费。</translation>
    </message>
    <message>
        <source>Elastic IP {addresses}</source>
        <translation>弹性 IP {addresses}</translation>
    </message>
    <message>
        <source>Empty bin…</source>
        <translation>清空回收站…</translation>
    </message>
    <message>
        <source>Empty the system prompt of this chat and of the settings, or choose another model.</source>
        <translation>请清空此对话和设置中的系统提示词，或另选模型。</translation>
    </message>
    <message>
        <source>Enable the key again</source>
        <translation>重新启用密钥</translation>
    </message>
    <message>
        <source>Enable the rule again</source>
        <translation>重新启用规则</translation>
    </message>
    <message>
        <source>Encrypt</source>
        <translation>加密</translation>
    </message>
    <message>
        <source>Encrypt every new volume of the region</source>
        <translation>加密该区域的所有新卷</translation>
    </message>
    <message>
        <source>Encrypt the history and its backups</source>
        <translation>加密历史记录及其备份</translation>
    </message>
    <message>
        <source>Encrypt the history and its backups? Writing stops meanwhile, for seconds or, where it is large, minutes.</source>
        <translation>加密历史记录及其备份？期间会停止写入，通常几秒，较大时几分钟。</translation>
    </message>
    <message>
        <source>Encrypted histories cannot be opened here: SQLCipher is missing.</source>
        <translation>此处无法打开加密的历史记录：缺少 SQLCipher。</translation>
    </message>
    <message>
        <source>Encrypted, nobody can read the history and its backups without the key, which is in the keyring of your system. Where the keyring is lost, only the recovery key opens them: save or print it once they are encrypted.</source>
        <translation>加密后，没有密钥就无法读取历史记录及其备份；密钥保存在系统的密钥环中。如果密钥环丢失，只有恢复密钥能打开它们：请在加密后保存或打印恢复密钥。</translation>
    </message>
    <message>
        <source>Encrypt…</source>
        <translation>加密…</translation>
    </message>
    <message>
        <source>End now</source>
        <translation>立即结束</translation>
    </message>
    <message>
        <source>End now: {rule}</source>
        <translation>立即结束：{rule}</translation>
    </message>
    <message>
        <source>Endpoint that judges</source>
        <translation>用于判断的端点</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>端点</translation>
    </message>
    <message>
        <source>Endpoints…</source>
        <translation>端点…</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>到期时间</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Enter opens a row or what is in a cell.</source>
        <translation>按 Enter 打开一行或单元格的内容。</translation>
    </message>
    <message>
        <source>Enter opens it</source>
        <translation>按 Enter 打开</translation>
    </message>
    <message>
        <source>Enter opens it, Delete removes it</source>
        <translation>按 Enter 打开，按 Delete 移除</translation>
    </message>
    <message>
        <source>Enter sends, Shift and Enter break the line, Escape stops the answer</source>
        <translation>Enter 发送，Shift 加 Enter 换行，Esc 停止回答</translation>
    </message>
    <message>
        <source>Enter shows a branch, Left goes to where it begins, Right to its versions, Delete deletes it</source>
        <translation>回车显示分支，左箭头到分支起点，右箭头到其版本，Delete 删除分支</translation>
    </message>
    <message>
        <source>Enter the recovery key that you saved (Settings &gt; History, or baton history recover), or put back the right one from your keyring&apos;s backup; the history was left as it is.</source>
        <translation>请输入已保存的恢复密钥（设置 &gt; 历史记录，或 baton history recover），或从密钥环的备份中恢复正确的密钥；历史记录保持原样。</translation>
    </message>
    <message>
        <source>Enter the recovery key…</source>
        <translation>输入恢复密钥…</translation>
    </message>
    <message>
        <source>Entries of the log</source>
        <translation>日志条目</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Even with its summary in their place the chat does not fit.</source>
        <translation>即使用总结替代，对话仍然放不下。</translation>
    </message>
    <message>
        <source>Events that AWS deleted meanwhile are gone.</source>
        <translation>AWS 期间删除的事件已消失。</translation>
    </message>
    <message>
        <source>Every AWS account will be able to copy it.</source>
        <translation>任何 AWS 账户都可以复制它。</translation>
    </message>
    <message>
        <source>Every answer of this chat will be JSON that follows this schema. It is checked, and a model whose answer does not follow it is asked once more. The model gets no AWS tools meanwhile, unless the chat names an account.</source>
        <translation>此对话的每个回答都将是符合此模式的 JSON。回答会被检查，不符合时会再问一次模型。期间模型没有 AWS 工具，除非对话指定了账户。</translation>
    </message>
    <message>
        <source>Every model in one window. Every AWS call shown before it runs.</source>
        <translation>所有模型集中在一个窗口。每个 AWS 调用在运行前都会显示。</translation>
    </message>
    <message>
        <source>Every page is being read…</source>
        <translation>正在读取每一页…</translation>
    </message>
    <message>
        <source>Every physical core</source>
        <translation>全部物理核心</translation>
    </message>
    <message>
        <source>Every port</source>
        <translation>所有端口</translation>
    </message>
    <message>
        <source>Every step that is no plain read is asked about by itself.</source>
        <translation>凡不是单纯读取的步骤，都会单独询问。</translation>
    </message>
    <message>
        <source>Everyone with any AWS account can read the layer.</source>
        <translation>任何拥有 AWS 账户的人都可以读取该层。</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Everything as JSON ({count} characters)</source>
        <translation>全部显示为 JSON（{count} 个字符）</translation>
    </message>
    <message>
        <source>Everything else</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Everything in the bin will be deleted for good, with its messages and files.</source>
        <translation>将永久删除回收站中的全部内容，包括消息和文件。</translation>
    </message>
    <message>
        <source>Everything it recorded is lost.</source>
        <translation>它记录的所有内容都会丢失。</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Expiring certificates</source>
        <translation>即将到期的证书</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Export a chat to {file}</source>
        <translation>将对话导出到 {file}</translation>
    </message>
    <message>
        <source>Export all chats to {file}</source>
        <translation>将所有对话导出到 {file}</translation>
    </message>
    <message>
        <source>Export as JSON…</source>
        <translation>导出为 JSON…</translation>
    </message>
    <message>
        <source>Export as Markdown…</source>
        <translation>导出为 Markdown…</translation>
    </message>
    <message>
        <source>Export everything…</source>
        <translation>导出全部…</translation>
    </message>
    <message>
        <source>Export it again.</source>
        <translation>请重新导出。</translation>
    </message>
    <message>
        <source>Export this chat as JSON…</source>
        <translation>将此对话导出为 JSON…</translation>
    </message>
    <message>
        <source>Export this chat as Markdown…</source>
        <translation>将此对话导出为 Markdown…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>File of answers</source>
        <translation>回答文件</translation>
    </message>
    <message>
        <source>File of prompts</source>
        <translation>提示词文件</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Files to be sent</source>
        <translation>将要发送的文件</translation>
    </message>
    <message>
        <source>Filter findings</source>
        <translation>筛选发现项</translation>
    </message>
    <message>
        <source>Filter rows</source>
        <translation>筛选行</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filters of the search</source>
        <translation>搜索筛选条件</translation>
    </message>
    <message>
        <source>Find a model on Hugging Face</source>
        <translation>在 Hugging Face 上查找模型</translation>
    </message>
    <message>
        <source>Find a playbook</source>
        <translation>查找巡检手册</translation>
    </message>
    <message>
        <source>Find a prompt</source>
        <translation>查找提示词</translation>
    </message>
    <message>
        <source>Find in the log</source>
        <translation>在日志中查找</translation>
    </message>
    <message>
        <source>Find in this chat</source>
        <translation>在此对话中查找</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>查找下一个</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>查找上一个</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>发现项</translation>
    </message>
    <message>
        <source>Findings of a security review</source>
        <translation>安全审查的发现项</translation>
    </message>
    <message>
        <source>Finished: {progress}.</source>
        <translation>已完成：{progress}。</translation>
    </message>
    <message>
        <source>First word after {duration}</source>
        <translation>首词用时 {duration}</translation>
    </message>
    <message>
        <source>Fits</source>
        <translation>放得下</translation>
    </message>
    <message>
        <source>Fits partly</source>
        <translation>部分放得下</translation>
    </message>
    <message>
        <source>Fix the key…</source>
        <translation>修正密钥…</translation>
    </message>
    <message>
        <source>Fix what was found</source>
        <translation>修复发现的问题</translation>
    </message>
    <message>
        <source>Fix…</source>
        <translation>修复…</translation>
    </message>
    <message>
        <source>Flash attention</source>
        <translation>Flash Attention</translation>
    </message>
    <message>
        <source>Flash attention is off: models of the kind {kind!r} do without it.</source>
        <translation>Flash attention 已关闭：{kind!r} 类模型不使用它。</translation>
    </message>
    <message>
        <source>Flash attention is on: keys and values of {words} need it.</source>
        <translation>Flash attention 已开启：{words} 的键和值需要它。</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>折叠</translation>
    </message>
    <message>
        <source>Fold it</source>
        <translation>折叠</translation>
    </message>
    <message>
        <source>Folded</source>
        <translation>已折叠</translation>
    </message>
    <message>
        <source>Folder {name}, {chats}, closed</source>
        <translation>文件夹 {name}，{chats}，已折叠</translation>
    </message>
    <message>
        <source>Folder {name}, {chats}, open</source>
        <translation>文件夹 {name}，{chats}，已展开</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Follow the end</source>
        <translation>跟随末尾</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Follow the system, or always light or dark.</source>
        <translation>跟随系统，或始终为浅色或深色。</translation>
    </message>
    <message>
        <source>For Anthropic, OpenAI or another provider. It stays in your system&apos;s keyring.</source>
        <translation>用于 Anthropic、OpenAI 或其他提供商。密钥只保存在系统的密钥环中。</translation>
    </message>
    <message>
        <source>For a conversation about anything else, choose a model. Add a key in Settings &gt; Keys, or: `baton keys set anthropic`. Or get one that runs here in Settings &gt; Model files, or: `baton models pull REPOSITORY`.</source>
        <translation>如需谈论其他内容，请选择模型。可在“设置 &gt; 密钥”中添加密钥，或使用：`baton keys set anthropic`。也可以在“设置 &gt; 模型文件”中获取在本机运行的模型，或使用：`baton models pull REPOSITORY`。</translation>
    </message>
    <message>
        <source>For a message</source>
        <translation>用于消息</translation>
    </message>
    <message>
        <source>For a model you have</source>
        <translation>用于已有的模型</translation>
    </message>
    <message>
        <source>For each message the model set for its kind, in Routing</source>
        <translation>每条消息使用“路由”中为其类别指定的模型</translation>
    </message>
    <message>
        <source>For embeddings</source>
        <translation>用于嵌入</translation>
    </message>
    <message>
        <source>For example: {example}</source>
        <translation>例如：{example}</translation>
    </message>
    <message>
        <source>For one question in several accounts and regions.</source>
        <translation>用于跨多个账户和区域的一次提问。</translation>
    </message>
    <message>
        <source>For reviews</source>
        <translation>用于评审</translation>
    </message>
    <message>
        <source>For the system prompt</source>
        <translation>用于系统提示词</translation>
    </message>
    <message>
        <source>For this chat; nothing is deleted from the history</source>
        <translation>仅用于此对话；历史记录不会被删除</translation>
    </message>
    <message>
        <source>For {days} days the deletion can be cancelled; then all that the key encrypted is lost for good.</source>
        <translation>{days} 天内可以取消删除；之后该密钥加密的所有内容将永久丢失。</translation>
    </message>
    <message>
        <source>For {days} days the deletion can be taken back; then the secret is gone for good.</source>
        <translation>{days} 天内可以撤回删除；之后该机密将永久消失。</translation>
    </message>
    <message>
        <source>Force is set: what would otherwise stop it is passed over.</source>
        <translation>已设置 Force：本会阻止它的检查将被跳过。</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Formulas: {formulas}</source>
        <translation>公式：{formulas}</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>找到的设置</translation>
    </message>
    <message>
        <source>Found models</source>
        <translation>找到的模型</translation>
    </message>
    <message>
        <source>Found on this machine</source>
        <translation>在本机找到的</translation>
    </message>
    <message>
        <source>Frankfurt</source>
        <translation>法兰克福</translation>
    </message>
    <message>
        <source>Free its memory</source>
        <translation>释放其内存</translation>
    </message>
    <message>
        <source>Free some space on that disk.</source>
        <translation>请在该磁盘上释放一些空间。</translation>
    </message>
    <message>
        <source>Free some space, or choose a smaller file.</source>
        <translation>请释放空间，或选择更小的文件。</translation>
    </message>
    <message>
        <source>Free some space, or make the folder writable.</source>
        <translation>请释放空间，或使文件夹可写。</translation>
    </message>
    <message>
        <source>Free some space, then go on with --resume; every finished line is kept.</source>
        <translation>请释放一些空间，然后用 --resume 继续；已完成的各行会保留。</translation>
    </message>
    <message>
        <source>Free some space, then start the download again: it goes on where it stopped.</source>
        <translation>请释放空间，然后重新开始下载：会从停止处继续。</translation>
    </message>
    <message>
        <source>Free some space, then try again; what was saved before is still there.</source>
        <translation>请释放一些空间后重试；之前保存的内容仍在。</translation>
    </message>
    <message>
        <source>Free some space; the backups that there are, and the history, are untouched.</source>
        <translation>请释放一些空间；现有备份和历史记录均未受影响。</translation>
    </message>
    <message>
        <source>Free space…</source>
        <translation>释放空间…</translation>
    </message>
    <message>
        <source>Free text</source>
        <translation>自由文本</translation>
    </message>
    <message>
        <source>Free text again</source>
        <translation>恢复为自由文本</translation>
    </message>
    <message>
        <source>Frees the memory of a local model that is not used; 0 keeps it.</source>
        <translation>释放未使用的本地模型所占内存；0 表示一直保留。</translation>
    </message>
    <message>
        <source>Frequency penalty</source>
        <translation>频率惩罚</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>从文件…</translation>
    </message>
    <message>
        <source>From left to right</source>
        <translation>从左到右</translation>
    </message>
    <message>
        <source>From port</source>
        <translation>起始端口</translation>
    </message>
    <message>
        <source>From right to left</source>
        <translation>从右到左</translation>
    </message>
    <message>
        <source>From the library…</source>
        <translation>从库中选择…</translation>
    </message>
    <message>
        <source>From “{name}” of the library.</source>
        <translation>来自库中的“{name}”。</translation>
    </message>
    <message>
        <source>From: {source}.</source>
        <translation>来源：{source}。</translation>
    </message>
    <message>
        <source>Full: {amount}</source>
        <translation>已满：{amount}</translation>
    </message>
    <message>
        <source>Gated</source>
        <translation>需授权</translation>
    </message>
    <message>
        <source>Gathering …</source>
        <translation>正在收集…</translation>
    </message>
    <message>
        <source>Get a local model</source>
        <translation>获取本地模型</translation>
    </message>
    <message>
        <source>Get a local model (Settings &gt; Model files, or: baton models pull REPOSITORY), or ask without keeping it private.</source>
        <translation>请获取本地模型（“设置 &gt; 模型文件”，或 baton models pull REPOSITORY），或不要求保密地提问。</translation>
    </message>
    <message>
        <source>Get a local model…</source>
        <translation>获取本地模型…</translation>
    </message>
    <message>
        <source>Get a model</source>
        <translation>获取模型</translation>
    </message>
    <message>
        <source>Give another value.</source>
        <translation>请换一个值。</translation>
    </message>
    <message>
        <source>Give answers again that were given before</source>
        <translation>重复给出以前的回答</translation>
    </message>
    <message>
        <source>Give at least one fact.</source>
        <translation>请至少给出一项。</translation>
    </message>
    <message>
        <source>Give fewer.</source>
        <translation>请减少数量。</translation>
    </message>
    <message>
        <source>Give it again.</source>
        <translation>请重新授予。</translation>
    </message>
    <message>
        <source>Give it as --var {name}=VALUE.</source>
        <translation>请以 --var {name}=VALUE 的形式给出。</translation>
    </message>
    <message>
        <source>Give it as text, or as base64.</source>
        <translation>请以文本或 base64 给出。</translation>
    </message>
    <message>
        <source>Give it the tool, or leave the choice to the model.</source>
        <translation>请提供该工具，或让模型自行选择。</translation>
    </message>
    <message>
        <source>Give more of the id.</source>
        <translation>请给出更长的 ID。</translation>
    </message>
    <message>
        <source>Give one that Baton exported, or a prompt as a .md file.</source>
        <translation>请选择由 Baton 导出的文件，或 .md 格式的提示词。</translation>
    </message>
    <message>
        <source>Give the same answer again</source>
        <translation>再次给出相同回答</translation>
    </message>
    <message>
        <source>Give them as a JSON object.</source>
        <translation>请以 JSON 对象给出。</translation>
    </message>
    <message>
        <source>Given before, on {date} at {time}: nobody was asked. Answer again asks the model.</source>
        <translation>以前的回答（{date} {time}）：没有询问模型。“重新回答”会询问模型。</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Go back to a backup of the history</source>
        <translation>恢复到历史记录的某个备份</translation>
    </message>
    <message>
        <source>Go back to the chosen backup</source>
        <translation>恢复到所选备份</translation>
    </message>
    <message>
        <source>Go back to this one…</source>
        <translation>恢复到此备份…</translation>
    </message>
    <message>
        <source>Go back to {backup}? What is there now becomes a backup itself.</source>
        <translation>恢复到 {backup}？当前内容会另存为一份备份。</translation>
    </message>
    <message>
        <source>Go back to {title}</source>
        <translation>返回 {title}</translation>
    </message>
    <message>
        <source>Go on</source>
        <comment>with an answer</comment>
        <translation>继续</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Go on with --resume and a new --budget; what was answered is kept.</source>
        <translation>请用 --resume 和新的 --budget 继续；已回答的内容会保留。</translation>
    </message>
    <message>
        <source>Go on with --resume once they have ended: their results tell them apart.</source>
        <translation>请在它们结束后用 --resume 继续：可以通过结果区分它们。</translation>
    </message>
    <message>
        <source>Go on with it (--resume), or name another file.</source>
        <translation>请继续（--resume），或指定其他文件。</translation>
    </message>
    <message>
        <source>Go on with the lines as they were, or write to another file.</source>
        <translation>请用原来的各行继续，或写入其他文件。</translation>
    </message>
    <message>
        <source>Go on with the same model, or write to another file.</source>
        <translation>请用同一模型继续，或写入其他文件。</translation>
    </message>
    <message>
        <source>Go on: leave out what the file of answers holds already</source>
        <translation>继续：跳过回答文件中已有的</translation>
    </message>
    <message>
        <source>Go to the newest text</source>
        <translation>转到最新内容</translation>
    </message>
    <message>
        <source>Goes into</source>
        <translation>用于</translation>
    </message>
    <message>
        <source>Goes out by {way}; trusts the system&apos;s certificates, and {files}.</source>
        <translation>经由：{way}；信任系统证书和 {files}。</translation>
    </message>
    <message>
        <source>Goes out by {way}; trusts the system&apos;s certificates.</source>
        <translation>经由：{way}；信任系统证书。</translation>
    </message>
    <message>
        <source>Going back…</source>
        <translation>正在恢复备份…</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>组</translation>
    </message>
    <message numerus="yes">
        <source>Handing {count} line over…</source>
        <comment>Handing {count} lines over…</comment>
        <translation>
            <numerusform>正在提交 {count} 行…</numerusform>
        </translation>
    </message>
    <message>
        <source>Has characters that cannot be seen. It is sent as {value}</source>
        <translation>含有不可见字符。将按此发送：{value}</translation>
    </message>
    <message>
        <source>Has: {value}</source>
        <translation>包含：{value}</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Hidden in what was sent: {count}</source>
        <translation>发送内容中已隐藏：{count}</translation>
    </message>
    <message>
        <source>Hidden, because it discloses secrets.</source>
        <translation>已隐藏，因为其中含有机密。</translation>
    </message>
    <message>
        <source>Hidden: {kinds}.</source>
        <translation>已隐藏：{kinds}。</translation>
    </message>
    <message>
        <source>Hide column</source>
        <translation>隐藏列</translation>
    </message>
    <message>
        <source>Hide it</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Hide secrets from cloud models</source>
        <translation>对云端模型隐藏机密</translation>
    </message>
    <message>
        <source>Hide the list of chats</source>
        <translation>隐藏对话列表</translation>
    </message>
    <message>
        <source>Hide the list of chats (Ctrl+B)</source>
        <translation>隐藏对话列表 (Ctrl+B)</translation>
    </message>
    <message>
        <source>Hide the recovery key</source>
        <translation>隐藏恢复密钥</translation>
    </message>
    <message>
        <source>Hide who and where from cloud models</source>
        <translation>对云端模型隐藏身份和位置</translation>
    </message>
    <message>
        <source>High</source>
        <translation>高</translation>
    </message>
    <message>
        <source>High contrast has black and white, stronger outlines and no shades. Follow the system where it says.</source>
        <translation>高对比度使用黑白两色、更粗的轮廓，没有过渡色。系统有要求时跟随系统。</translation>
    </message>
    <message>
        <source>High contrast, or as the system has it</source>
        <translation>高对比度，或跟随系统</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>Hong Kong</source>
        <translation>香港</translation>
    </message>
    <message>
        <source>How exactly the context is kept. 8 bits take half the memory and are hardly worse; 4 bits take a quarter and can be. Fewer than 16 bits need flash attention.</source>
        <translation>上下文保存的精度。8 位只占一半内存，几乎不变差；4 位占四分之一，可能变差。低于 16 位需要 Flash Attention。</translation>
    </message>
    <message>
        <source>How fast it corrects itself.</source>
        <translation>自我修正的快慢。</translation>
    </message>
    <message>
        <source>How fast the penalty grows with the length of the phrase.</source>
        <translation>惩罚随短语长度增长的快慢。</translation>
    </message>
    <message>
        <source>How freely the next word is chosen. 0 to 0.3: exact and repeatable, for code and AWS. 0.5 to 0.7: balanced. 0.8 and above: varied, and more often wrong.</source>
        <translation>选择下一个词的自由程度。0 到 0.3：精确、可重复，适合代码和 AWS；0.5 到 0.7：均衡；0.8 及以上：多样，但更容易出错。</translation>
    </message>
    <message>
        <source>How long the model thinks before it answers. More is slower, dearer and better at hard questions.</source>
        <translation>模型回答前思考多久。越多越慢、越贵，但对难题效果更好。</translation>
    </message>
    <message>
        <source>How long this model thinks cannot be set.</source>
        <translation>无法设置此模型思考多久。</translation>
    </message>
    <message>
        <source>How many conversations one model works on side by side and keeps in mind. They share the context. 0 takes 8, or fewer for models whose state is large.</source>
        <translation>一个模型可同时处理并记住多少个对话。它们共享上下文。0 表示 8 个；状态较大的模型会更少。</translation>
    </message>
    <message>
        <source>How many pages of a long result are fetched; a result that was cut says so.</source>
        <translation>长结果最多获取多少页；被截断的结果会注明。</translation>
    </message>
    <message>
        <source>How many tokens are searched for the phrase; 0 is off, -1 is the whole context.</source>
        <translation>在多少个 token 中查找该短语；0 表示关闭，-1 表示整个上下文。</translation>
    </message>
    <message>
        <source>How many tokens the three penalties look back on; 0 is off, -1 is the whole context.</source>
        <translation>三种惩罚回看多少个 token；0 表示关闭，-1 表示整个上下文。</translation>
    </message>
    <message>
        <source>How often the likeliest words are left out so that others come up (exclude top choices); 0 is off.</source>
        <translation>排除最可能的词、让其他词出现的频率（exclude top choices）；0 表示关闭。</translation>
    </message>
    <message>
        <source>How slowly the adaptive target forgets what was chosen before.</source>
        <translation>自适应目标遗忘先前选择的快慢。</translation>
    </message>
    <message>
        <source>How steeply the temperature follows how many words fit.</source>
        <translation>温度随合适词数变化的陡峭程度。</translation>
    </message>
    <message>
        <source>Hyderabad</source>
        <translation>海得拉巴</translation>
    </message>
    <message>
        <source>I am not certain that this is what you mean; please look at it closely.</source>
        <translation>我不确定这是否是你的意思；请仔细查看。</translation>
    </message>
    <message>
        <source>I could not look up {name}.</source>
        <translation>无法查找 {name}。</translation>
    </message>
    <message>
        <source>I found nothing called {name} here. What is its id?</source>
        <translation>这里没有找到名为 {name} 的内容。它的 ID 是什么？</translation>
    </message>
    <message>
        <source>I look up what there is to choose from.</source>
        <translation>我来查看有哪些可选。</translation>
    </message>
    <message>
        <source>I look up which one is {name}.</source>
        <translation>我来查看哪一个是 {name}。</translation>
    </message>
    <message>
        <source>I see no AWS request in that.</source>
        <translation>我没有看到其中的 AWS 请求。</translation>
    </message>
    <message>
        <source>I see {count} steps, but {operation} lacks {missing}. Say all of it in one sentence, please.</source>
        <translation>我看到 {count} 个步骤，但 {operation} 缺少 {missing}。请在一句话中说全。</translation>
    </message>
    <message>
        <source>I turn plain requests into AWS calls, offline and without a model. {why}For example:</source>
        <translation>我可以离线、不用模型，把简单的请求变成 AWS 调用。{why}请用英语输入，例如：</translation>
    </message>
    <message>
        <source>IAM calls {action} nothing.</source>
        <translation>IAM 没有为 {action} 归类。</translation>
    </message>
    <message>
        <source>IAM calls {action} {levels} and {last}.</source>
        <translation>IAM 将 {action} 归为 {levels} 和 {last}。</translation>
    </message>
    <message>
        <source>IAM calls {action} {level}.</source>
        <translation>IAM 将 {action} 归为 {level}。</translation>
    </message>
    <message>
        <source>IAM users who can sign in to the console with a password alone.</source>
        <translation>仅凭密码即可登录控制台的 IAM 用户。</translation>
    </message>
    <message>
        <source>IAM&apos;s simulator did not answer: {error}</source>
        <translation>IAM 模拟器没有应答：{error}</translation>
    </message>
    <message>
        <source>IAM&apos;s simulator said nothing.</source>
        <translation>IAM 模拟器没有给出结果。</translation>
    </message>
    <message>
        <source>IP address</source>
        <translation>IP 地址</translation>
    </message>
    <message>
        <source>Idle instances</source>
        <translation>闲置实例</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Import chats</source>
        <translation>导入对话</translation>
    </message>
    <message>
        <source>Import chats…</source>
        <translation>导入对话…</translation>
    </message>
    <message>
        <source>Import chats… ({keys})</source>
        <translation>导入对话…（{keys}）</translation>
    </message>
    <message>
        <source>Import prompts</source>
        <translation>导入提示词</translation>
    </message>
    <message>
        <source>Import {file}</source>
        <translation>导入 {file}</translation>
    </message>
    <message>
        <source>Important</source>
        <translation>重要</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>In</source>
        <comment>a folder, the archive or the bin</comment>
        <translation>位于</translation>
    </message>
    <message>
        <source>In {account}, {region}</source>
        <translation>在 {account}，{region}</translation>
    </message>
    <message>
        <source>In {days} days the key is gone, and with it all that it encrypted.</source>
        <translation>{days} 天后该密钥消失，它加密的所有内容也会随之丢失。</translation>
    </message>
    <message>
        <source>In {file} nobody knows {names}; left as it is.</source>
        <translation>{file} 中有未知的 {names}；保持原样。</translation>
    </message>
    <message>
        <source>In {file}, endpoint {number} was passed over: {error}.</source>
        <translation>已跳过 {file} 中的端点 {number}：{error}。</translation>
    </message>
    <message>
        <source>In {file}, endpoints was passed over: it is written as [[endpoints]].</source>
        <translation>已跳过 {file} 中的 endpoints：应写成 [[endpoints]]。</translation>
    </message>
    <message>
        <source>In {file}, entry {number} is not used: {problem}</source>
        <translation>{file} 中的条目 {number} 未使用：{problem}</translation>
    </message>
    <message>
        <source>In {file}, {name} was passed over: {problem} Its default is used.</source>
        <translation>已跳过 {file} 中的 {name}：{problem} 使用其默认值。</translation>
    </message>
    <message>
        <source>In {file}, {name} was passed over: {problem} To be safe, {value} is used.</source>
        <translation>已跳过 {file} 中的 {name}：{problem} 为安全起见，使用 {value}。</translation>
    </message>
    <message>
        <source>In {file}, {table} was passed over: it is written as [[{table}]].</source>
        <translation>已跳过 {file} 中的 {table}：应写成 [[{table}]]。</translation>
    </message>
    <message>
        <source>In {region}</source>
        <translation>在 {region}</translation>
    </message>
    <message>
        <source>In: {value}</source>
        <translation>位于：{value}</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>信息</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>插入</translation>
    </message>
    <message>
        <source>Insert here</source>
        <translation>插入到这里</translation>
    </message>
    <message>
        <source>Insert into the message</source>
        <translation>插入到消息</translation>
    </message>
    <message>
        <source>Install Baton again; until then, only models on this machine answer.</source>
        <translation>请重新安装 Baton；在此之前只有本机上的模型会回答。</translation>
    </message>
    <message>
        <source>Install or update {maker}&apos;s driver, then look again.</source>
        <translation>请安装或更新 {maker} 的驱动程序，然后再检查。</translation>
    </message>
    <message>
        <source>Install the package sqlcipher3, then start Baton again.</source>
        <translation>请安装 sqlcipher3 软件包，然后重新启动 Baton。</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>实例</translation>
    </message>
    <message>
        <source>Instances and their state, where no tag says what they are for.</source>
        <translation>没有标签说明用途的实例及其状态。</translation>
    </message>
    <message>
        <source>Instances without a name</source>
        <translation>没有名称的实例</translation>
    </message>
    <message>
        <source>Interface</source>
        <translation>接口</translation>
    </message>
    <message>
        <source>Ireland</source>
        <translation>爱尔兰</translation>
    </message>
    <message>
        <source>It allows the older metadata service, from which credentials are stolen more easily.</source>
        <translation>它允许使用较旧的元数据服务，凭证更容易从中被窃取。</translation>
    </message>
    <message>
        <source>It asks for none.</source>
        <translation>它不需要任何变量。</translation>
    </message>
    <message>
        <source>It asks for: {known}.</source>
        <translation>它需要：{known}。</translation>
    </message>
    <message>
        <source>It belongs to the key {name} of the system&apos;s keyring (service baton). Where that keyring is lost, this opens the history and its backups again: Settings, History, or “baton history recover”.</source>
        <translation>它对应系统密钥环中的密钥 {name}（服务 baton）。如果该密钥环丢失，可用它重新打开历史记录及其备份：设置 &gt; 历史记录，或“baton history recover”。</translation>
    </message>
    <message>
        <source>It can no longer be restored to a moment, and the older moments are lost.</source>
        <translation>无法再恢复到某个时间点，较早的时间点会丢失。</translation>
    </message>
    <message>
        <source>It cannot be read.</source>
        <translation>无法读取。</translation>
    </message>
    <message>
        <source>It cannot be read: {why}.</source>
        <translation>无法读取：{why}。</translation>
    </message>
    <message>
        <source>It cannot be used: {problem} Mend its file, or delete it.</source>
        <translation>无法使用：{problem} 请修复其文件，或将其删除。</translation>
    </message>
    <message>
        <source>It changes many resources at once.</source>
        <translation>它会一次更改许多资源。</translation>
    </message>
    <message>
        <source>It changes nothing that is paid for.</source>
        <translation>它不更改任何付费内容。</translation>
    </message>
    <message>
        <source>It changes permissions, which is always asked about.</source>
        <translation>它会更改权限，这始终须询问。</translation>
    </message>
    <message>
        <source>It changes something protected, so a name has to be typed.</source>
        <translation>它会更改受保护的内容，因此须输入名称。</translation>
    </message>
    <message>
        <source>It changes the API&apos;s policy, which says who may call it.</source>
        <translation>它会更改 API 的策略，该策略规定谁可以调用它。</translation>
    </message>
    <message>
        <source>It changes which events are recorded.</source>
        <translation>它会更改记录哪些事件。</translation>
    </message>
    <message>
        <source>It changes which security groups protect the instance.</source>
        <translation>它会更改保护该实例的安全组。</translation>
    </message>
    <message>
        <source>It changes who may sign in, or what they may do.</source>
        <translation>它会更改谁可以登录，或他们可以做什么。</translation>
    </message>
    <message>
        <source>It changes {count} resources, more than the policy takes at once.</source>
        <translation>它会更改 {count} 个资源，超过策略一次允许的数量。</translation>
    </message>
    <message>
        <source>It changes {resources} resources, and the policy asks again above {bulk_above}.</source>
        <translation>它会更改 {resources} 个资源，超过 {bulk_above} 个时策略会再次询问。</translation>
    </message>
    <message>
        <source>It closes an account, or takes it out of its organisation.</source>
        <translation>它会关闭账户，或将其移出组织。</translation>
    </message>
    <message>
        <source>It could not be checked within {limit_s} s: the schema is too involved for this answer.</source>
        <translation>{limit_s} 秒内无法完成检查：schema 对此回答来说过于复杂。</translation>
    </message>
    <message>
        <source>It could not be checked: the schema refers to itself without end.</source>
        <translation>无法检查：schema 无限引用自身。</translation>
    </message>
    <message>
        <source>It counts until {moment}.</source>
        <translation>有效期至 {moment}。</translation>
    </message>
    <message>
        <source>It decrypts what is stored encrypted.</source>
        <translation>它会解密加密存储的内容。</translation>
    </message>
    <message>
        <source>It deletes DNS records.</source>
        <translation>它会删除 DNS 记录。</translation>
    </message>
    <message>
        <source>It deletes items.</source>
        <translation>它会删除项目。</translation>
    </message>
    <message>
        <source>It deletes objects by themselves when they reach an age.</source>
        <translation>它会在对象达到一定时间后自动删除。</translation>
    </message>
    <message>
        <source>It deletes the parts that were uploaded so far.</source>
        <translation>它会删除目前已上传的部分。</translation>
    </message>
    <message>
        <source>It destroys something, so a name has to be typed.</source>
        <translation>它具有破坏性，因此须输入名称。</translation>
    </message>
    <message>
        <source>It does not fit.</source>
        <translation>放不下。</translation>
    </message>
    <message>
        <source>It does not go to AWS but where the AWS configuration says, so it is asked about.</source>
        <translation>它不发往 AWS，而是发往 AWS 配置指定的地址，因此须询问。</translation>
    </message>
    <message>
        <source>It ends or changes viewers&apos; sessions, although botocore marks it as read-only.</source>
        <translation>它会结束或更改观看者的会话，尽管 botocore 将其标为只读。</translation>
    </message>
    <message>
        <source>It failed.</source>
        <translation>失败。</translation>
    </message>
    <message>
        <source>It gets a new unique id, so policies elsewhere that name the old one by id do not fit it.</source>
        <translation>它会得到新的唯一 ID，因此别处按旧 ID 引用它的策略不再适用。</translation>
    </message>
    <message>
        <source>It gets an address that the internet can reach.</source>
        <translation>它会得到可从互联网访问的地址。</translation>
    </message>
    <message>
        <source>It gives a domain away.</source>
        <translation>它会转出域名。</translation>
    </message>
    <message>
        <source>It grants access to everyone.</source>
        <translation>它向所有人授予访问权限。</translation>
    </message>
    <message>
        <source>It hands out a certificate&apos;s private key, or a configuration that lets its holder connect.</source>
        <translation>它会给出证书的私钥，或可供持有者连接的配置。</translation>
    </message>
    <message>
        <source>It hands out a database&apos;s administrator password.</source>
        <translation>它会给出数据库的管理员密码。</translation>
    </message>
    <message>
        <source>It hands out a key, or a secret that two sides share, and changes nothing.</source>
        <translation>它会给出密钥或双方共享的秘密，不做任何更改。</translation>
    </message>
    <message>
        <source>It hands out a machine&apos;s administrator password or its remote access.</source>
        <translation>它会给出机器的管理员密码或远程访问方式。</translation>
    </message>
    <message>
        <source>It hands out a secret&apos;s value.</source>
        <translation>它会给出机密的值。</translation>
    </message>
    <message>
        <source>It hands out a token or a link that lets others in.</source>
        <translation>它会给出可让他人进入的令牌或链接。</translation>
    </message>
    <message>
        <source>It hands out access that others can use, and can create the user that has it.</source>
        <translation>它会给出他人可用的访问权限，并可能创建拥有该权限的用户。</translation>
    </message>
    <message>
        <source>It hands out keys of an API, or codes that clients sign in with.</source>
        <translation>它会给出 API 的密钥，或客户端用于登录的代码。</translation>
    </message>
    <message>
        <source>It hands out temporary credentials, and changes nothing.</source>
        <translation>它会给出临时凭证，不做任何更改。</translation>
    </message>
    <message>
        <source>It has no key.</source>
        <translation>没有密钥。</translation>
    </message>
    <message>
        <source>It has none at all.</source>
        <translation>它没有任何适配器。</translation>
    </message>
    <message>
        <source>It has not been run yet.</source>
        <translation>尚未运行。</translation>
    </message>
    <message>
        <source>It has {count} variables; {most} is the most a form can ask for.</source>
        <translation>共有 {count} 个变量；表单最多可询问 {most} 个。</translation>
    </message>
    <message>
        <source>It has {names}.</source>
        <translation>它有 {names}。</translation>
    </message>
    <message>
        <source>It holds a policy that cannot be read.</source>
        <translation>其中含有无法读取的策略。</translation>
    </message>
    <message>
        <source>It holds a policy, which says who may do what.</source>
        <translation>其中含有策略，规定谁有哪些权限。</translation>
    </message>
    <message>
        <source>It holds no text (scanned pages): only models that read PDFs themselves see what is in it.</source>
        <translation>其中没有文本（扫描页面）：只有能自行读取 PDF 的模型才能看到内容。</translation>
    </message>
    <message>
        <source>It holds what is set in this chat: {parameters}.</source>
        <translation>包含此对话中已设置的：{parameters}。</translation>
    </message>
    <message>
        <source>It is done.</source>
        <translation>已完成。</translation>
    </message>
    <message>
        <source>It is done; the answer stands above.</source>
        <translation>已完成；回答在上方。</translation>
    </message>
    <message>
        <source>It is full: Baton asks what to leave out.</source>
        <translation>上下文已满：Baton 会询问略去什么。</translation>
    </message>
    <message>
        <source>It is full: a summary is sent in place of the oldest turns.</source>
        <translation>上下文已满：以摘要代替最早的轮次发送。</translation>
    </message>
    <message>
        <source>It is full: nothing more is sent.</source>
        <translation>上下文已满：不再发送。</translation>
    </message>
    <message>
        <source>It is full: the oldest turns are no longer sent.</source>
        <translation>上下文已满：最早的轮次不再发送。</translation>
    </message>
    <message>
        <source>It is kept for a day, and brought back once.</source>
        <translation>它会保留一天，并可恢复一次。</translation>
    </message>
    <message>
        <source>It is kept for longer than the nightly ones.</source>
        <translation>保留时间比每夜备份更长。</translation>
    </message>
    <message>
        <source>It is larger than {most} KiB.</source>
        <translation>大于 {most} KiB。</translation>
    </message>
    <message>
        <source>It is longer than {count} characters.</source>
        <translation>它超过 {count} 个字符。</translation>
    </message>
    <message>
        <source>It is named {ending} and is a text.</source>
        <translation>名称以 {ending} 结尾，实际是文本。</translation>
    </message>
    <message>
        <source>It is named {ending} and is {kind}.</source>
        <translation>名称以 {ending} 结尾，实际是{kind}。</translation>
    </message>
    <message>
        <source>It is nested more than {count} levels deep.</source>
        <translation>嵌套超过 {count} 层。</translation>
    </message>
    <message>
        <source>It is nested too deeply.</source>
        <translation>嵌套过深。</translation>
    </message>
    <message>
        <source>It is no JSON: {problem} at line {line}, column {column}.</source>
        <translation>不是 JSON：{problem}，位于第 {line} 行第 {column} 列。</translation>
    </message>
    <message>
        <source>It is no TOML: it holds a value that is none.</source>
        <translation>不是 TOML：其中有无效的值。</translation>
    </message>
    <message>
        <source>It is no UTF-8 text (byte {number}).</source>
        <translation>不是 UTF-8 文本（第 {number} 字节）。</translation>
    </message>
    <message>
        <source>It is no UTF-8 text.</source>
        <translation>不是 UTF-8 文本。</translation>
    </message>
    <message>
        <source>It is no file.</source>
        <translation>不是文件。</translation>
    </message>
    <message>
        <source>It is no longer there.</source>
        <translation>该文件已不存在。</translation>
    </message>
    <message>
        <source>It is not trusted any more.</source>
        <translation>已不再信任。</translation>
    </message>
    <message>
        <source>It is paid by use, so what it costs depends on what is kept and asked for.</source>
        <translation>按用量付费，费用取决于存储和请求的内容。</translation>
    </message>
    <message>
        <source>It is paused, and goes on where it stopped.</source>
        <translation>将暂停，之后从中断处继续。</translation>
    </message>
    <message>
        <source>It is there already, or in use: {said}</source>
        <translation>已经存在或正在使用：{said}</translation>
    </message>
    <message>
        <source>It launches up to {count} instances, and each costs money.</source>
        <translation>它最多启动 {count} 个实例，每个都会产生费用。</translation>
    </message>
    <message>
        <source>It looks at permission and parameters, not at what is free or in use.</source>
        <translation>它检查权限和参数，不检查资源是否空闲或已被使用。</translation>
    </message>
    <message>
        <source>It looks once at the whole account.</source>
        <translation>它一次检查整个账户。</translation>
    </message>
    <message>
        <source>It makes more than {count} MB.</source>
        <translation>它产生的内容超过 {count} MB。</translation>
    </message>
    <message>
        <source>It makes more than {count} items.</source>
        <translation>它产生的元素超过 {count} 个。</translation>
    </message>
    <message>
        <source>It may be gone.</source>
        <translation>可能已被移除。</translation>
    </message>
    <message>
        <source>It may be shared with accounts outside the organisation.</source>
        <translation>它可以与组织外的账户共享。</translation>
    </message>
    <message>
        <source>It may have been deleted already.</source>
        <translation>可能已被删除。</translation>
    </message>
    <message>
        <source>It may have been deleted; look in the list.</source>
        <translation>可能已被删除；请在列表中查看。</translation>
    </message>
    <message>
        <source>It must be mounted again inside the machine.</source>
        <translation>必须在机器内重新挂载。</translation>
    </message>
    <message>
        <source>It needs a key</source>
        <translation>需要密钥</translation>
    </message>
    <message>
        <source>It offers no models.</source>
        <translation>未提供任何模型。</translation>
    </message>
    <message>
        <source>It opens the history where your keyring is lost. Whoever has it and this computer&apos;s disk can read the history: keep it on paper or in a password manager, not beside the history.</source>
        <translation>密钥环丢失时可用它打开历史记录。任何持有它和本机磁盘的人都能读取历史记录：请写在纸上或存入密码管理器，不要与历史记录放在一起。</translation>
    </message>
    <message>
        <source>It passes over the check that the policy still lets you in.</source>
        <translation>它会绕过“策略是否仍允许自己访问”的检查。</translation>
    </message>
    <message>
        <source>It passes over the lock that keeps objects.</source>
        <translation>它会绕过保护对象的锁定。</translation>
    </message>
    <message>
        <source>It passes over the usual safeguards.</source>
        <translation>它会绕过通常的保护措施。</translation>
    </message>
    <message>
        <source>It puts earlier data in the place of what is there now.</source>
        <translation>它会用较早的数据替换现有数据。</translation>
    </message>
    <message>
        <source>It removes what marks objects as deleted.</source>
        <translation>它会移除对象的删除标记。</translation>
    </message>
    <message>
        <source>It runs a model, a function or an agent: that costs money, and what runs can change anything.</source>
        <translation>它会运行模型、函数或代理：这会产生费用，而运行的内容可能更改任何东西。</translation>
    </message>
    <message>
        <source>It runs a statement that the caller writes, which can change or delete data.</source>
        <translation>它会运行调用者编写的语句，可能更改或删除数据。</translation>
    </message>
    <message>
        <source>It runs all month.</source>
        <translation>整月运行。</translation>
    </message>
    <message>
        <source>It runs code or a template that the caller gives.</source>
        <translation>它会运行调用者提供的代码或模板。</translation>
    </message>
    <message>
        <source>It runs on every machine there is.</source>
        <translation>它会在所有机器上运行。</translation>
    </message>
    <message numerus="yes">
        <source>It runs “{command}” and 1 more line.</source>
        <comment>It runs “{command}” and {count} more lines.</comment>
        <translation>
            <numerusform>它会运行“{command}”以及另外 {count} 行。</numerusform>
        </translation>
    </message>
    <message>
        <source>It runs “{command}”.</source>
        <translation>它会运行“{command}”。</translation>
    </message>
    <message>
        <source>It said: {words}</source>
        <translation>它的说明：{words}</translation>
    </message>
    <message>
        <source>It sees no pictures.</source>
        <translation>无法查看图片。</translation>
    </message>
    <message>
        <source>It sends a user&apos;s name and password to the identity provider, which may count or refuse the attempt.</source>
        <translation>它会把用户名和密码发送给身份提供商，后者可能计数或拒绝该尝试。</translation>
    </message>
    <message>
        <source>It sends the user a code by email or text message, although IAM calls it a read.</source>
        <translation>它会通过电子邮件或短信向用户发送代码，尽管 IAM 称其为读取。</translation>
    </message>
    <message>
        <source>It shows connection settings, which can hold passwords in plain text.</source>
        <translation>它会显示连接设置，其中可能有明文密码。</translation>
    </message>
    <message>
        <source>It shows environment variables, where secrets often stand, or a link to the code.</source>
        <translation>它会显示环境变量（其中常有机密信息）或代码的链接。</translation>
    </message>
    <message>
        <source>It shows names and states of credentials, not the credentials.</source>
        <translation>它显示凭证的名称和状态，而不是凭证本身。</translation>
    </message>
    <message>
        <source>It shows parameter values, which hold secrets where they are SecureStrings.</source>
        <translation>它会显示参数值，其中 SecureString 含有机密信息。</translation>
    </message>
    <message>
        <source>It shows personal data: names, addresses, telephone numbers or what people said.</source>
        <translation>它会显示个人数据：姓名、地址、电话号码或人们说过的话。</translation>
    </message>
    <message>
        <source>It shows rules for passwords, not passwords.</source>
        <translation>它显示的是密码规则，而不是密码。</translation>
    </message>
    <message>
        <source>It shows start scripts (user data), where secrets often stand.</source>
        <translation>它会显示启动脚本（用户数据），其中常有机密信息。</translation>
    </message>
    <message>
        <source>It shows stored data: rows of tables, records of streams or results of queries.</source>
        <translation>它会显示存储的数据：表的行、流的记录或查询结果。</translation>
    </message>
    <message>
        <source>It shows stored data: the contents of objects, files or images.</source>
        <translation>它会显示存储的数据：对象、文件或图像的内容。</translation>
    </message>
    <message>
        <source>It shows the contents of logs, which may hold personal data and secrets.</source>
        <translation>它会显示日志内容，其中可能有个人数据和机密信息。</translation>
    </message>
    <message>
        <source>It shows the whole configuration of any resource, environment variables and start scripts too.</source>
        <translation>它会显示任何资源的全部配置，包括环境变量和启动脚本。</translation>
    </message>
    <message>
        <source>It shows what a refused request was about, which AWS keeps encoded because it can hold secrets.</source>
        <translation>它会显示被拒绝请求的内容，AWS 因其可能含有机密信息而将其编码。</translation>
    </message>
    <message>
        <source>It shows what people wrote or sent in a chat.</source>
        <translation>它会显示人们在聊天中写下或发送的内容。</translation>
    </message>
    <message>
        <source>It shows who may do what in the whole account, or when each user last signed in.</source>
        <translation>它会显示整个账户中谁有哪些权限，或各用户上次登录的时间。</translation>
    </message>
    <message>
        <source>It starts a detection that writes its outcome to the stack.</source>
        <translation>它会启动检测，并把结果写入堆栈。</translation>
    </message>
    <message>
        <source>It starts a job, or takes from a quota, although it is named like a read.</source>
        <translation>它的名称像读取，但会启动作业或消耗配额。</translation>
    </message>
    <message>
        <source>It starts or stops a query or a report, which costs money.</source>
        <translation>它会启动或停止查询或报告，会产生费用。</translation>
    </message>
    <message>
        <source>It switches automated backups off and deletes those there are.</source>
        <translation>它会关闭自动备份并删除现有备份。</translation>
    </message>
    <message>
        <source>It switches {name} off, which keeps the public out.</source>
        <translation>它会关闭阻止公开访问的 {name}。</translation>
    </message>
    <message>
        <source>It takes a task from a queue, so that no other worker gets it.</source>
        <translation>它会从队列取走任务，其他工作者就拿不到它。</translation>
    </message>
    <message>
        <source>It takes no parameters.</source>
        <translation>没有参数。</translation>
    </message>
    <message>
        <source>It takes targets out of rotation; they stay as they are.</source>
        <translation>它会把目标移出轮转；目标本身保持不变。</translation>
    </message>
    <message>
        <source>It takes the protection against deletion away.</source>
        <translation>它会取消删除保护。</translation>
    </message>
    <message>
        <source>It takes {needed} of memory ({part} of it for {count} tokens of context), and Settings &gt; Local models lets models take {free}.</source>
        <translation>需要 {needed} 内存（其中 {part} 用于 {count} 个 token 的上下文），而“设置 &gt; 本地模型”只允许模型占用 {free}。</translation>
    </message>
    <message>
        <source>It takes {needed} of memory ({part} of it for {count} tokens of context), and {free} are free.</source>
        <translation>需要 {needed} 内存（其中 {part} 用于 {count} 个 token 的上下文），可用 {free}。</translation>
    </message>
    <message>
        <source>It takes {size} bytes; {most} is the most.</source>
        <translation>占 {size} 字节；上限为 {most}。</translation>
    </message>
    <message>
        <source>It throws away what is there, or puts an older state in its place.</source>
        <translation>它会丢弃现有内容，或用较旧的状态替换它。</translation>
    </message>
    <message>
        <source>It touches what a tag protects, so it is confirmed by typing.</source>
        <translation>它涉及受标签保护的内容，因此须输入确认。</translation>
    </message>
    <message>
        <source>It turns ciphertext into plain data, and changes nothing.</source>
        <translation>它会把密文转为明文，不做任何更改。</translation>
    </message>
    <message>
        <source>It was copied.</source>
        <translation>已复制。</translation>
    </message>
    <message>
        <source>It was downloaded.</source>
        <translation>下载完成。</translation>
    </message>
    <message>
        <source>It was not carried out.</source>
        <translation>未执行。</translation>
    </message>
    <message>
        <source>It was stopped after {seconds} s.</source>
        <translation>它在 {seconds} 秒后被停止。</translation>
    </message>
    <message>
        <source>It was stopped before anything was sent.</source>
        <translation>在发送之前已停止。</translation>
    </message>
    <message>
        <source>It was stopped while AWS worked. Whether AWS carried it out is unknown: look before repeating it.</source>
        <translation>在 AWS 处理期间被停止。AWS 是否已执行未知：重试前请先查看。</translation>
    </message>
    <message>
        <source>It was stopped while AWS worked; what came of it arrived afterwards.</source>
        <translation>在 AWS 处理期间被停止；结果随后到达。</translation>
    </message>
    <message>
        <source>It will be reachable from the whole internet.</source>
        <translation>整个互联网都可以访问它。</translation>
    </message>
    <message>
        <source>It will be stored without encryption.</source>
        <translation>它会以未加密方式存储。</translation>
    </message>
    <message>
        <source>It will not be {state}, now {now}.</source>
        <translation>不会再达到 {state}，现为 {now}。</translation>
    </message>
    <message>
        <source>It will not be {state}.</source>
        <translation>不会再达到 {state}。</translation>
    </message>
    <message>
        <source>Items past their time will be deleted by themselves.</source>
        <translation>过期的项目会自动删除。</translation>
    </message>
    <message>
        <source>Items that have expired meanwhile are gone.</source>
        <translation>期间过期的项目已消失。</translation>
    </message>
    <message>
        <source>Its ACL, logs and notifications are not restored.</source>
        <translation>其 ACL、日志和通知不会恢复。</translation>
    </message>
    <message>
        <source>Its adapter {path!r} is no longer there. Put it back, or take it off the model.</source>
        <translation>其适配器 {path!r} 已不存在。请放回原处，或从模型中移除。</translation>
    </message>
    <message>
        <source>Its answer holds {names} and more.</source>
        <translation>其应答含有 {names} 等。</translation>
    </message>
    <message>
        <source>Its answer holds {names} and {last}.</source>
        <translation>其应答含有 {names} 和 {last}。</translation>
    </message>
    <message>
        <source>Its answer holds {name}.</source>
        <translation>其应答含有 {name}。</translation>
    </message>
    <message>
        <source>Its automated backups are deleted too.</source>
        <translation>其自动备份也会删除。</translation>
    </message>
    <message>
        <source>Its containers have administrator&apos;s rights on the machine.</source>
        <translation>其容器在机器上拥有管理员权限。</translation>
    </message>
    <message>
        <source>Its context is not larger.</source>
        <translation>其上下文并不更大。</translation>
    </message>
    <message>
        <source>Its control plane will not be recorded any more.</source>
        <translation>其控制平面不再记录。</translation>
    </message>
    <message>
        <source>Its credentials are renewed where they come from.</source>
        <translation>它的凭证在其来源处更新。</translation>
    </message>
    <message>
        <source>Its description of its tables was damaged, so the rows were read by Baton&apos;s own description of them.</source>
        <translation>表结构的描述已损坏，因此按 Baton 自身的描述读取了各行。</translation>
    </message>
    <message>
        <source>Its endpoint will be reachable from the internet.</source>
        <translation>其端点可从互联网访问。</translation>
    </message>
    <message>
        <source>Its file needs another name: {problem}</source>
        <translation>其文件需要换个名称：{problem}</translation>
    </message>
    <message>
        <source>Its file&apos;s name, and its name on the terminal</source>
        <translation>文件名，也是在终端中的名称</translation>
    </message>
    <message>
        <source>Its head has no end: a line of --- closes it.</source>
        <translation>头部没有结尾：应以一行 --- 结束。</translation>
    </message>
    <message>
        <source>Its hours are not paid for while it is stopped, seven days at most; its storage is.</source>
        <translation>停止期间不付机时费，最多七天；其存储仍需付费。</translation>
    </message>
    <message>
        <source>Its id is neither a text of at most {most} characters nor a number.</source>
        <translation>其 id 既不是最多 {most} 个字符的文本，也不是数字。</translation>
    </message>
    <message>
        <source>Its instances are terminated with it where the call says so.</source>
        <translation>如果调用如此指定，其实例会一并终止。</translation>
    </message>
    <message>
        <source>Its last line is not {last_line}, so a part of it may be missing. Add that line once it is whole.</source>
        <translation>最后一行不是 {last_line}，因此可能缺少一部分。确认完整后请加上该行。</translation>
    </message>
    <message>
        <source>Its name begins with {verb}, which is no verb of reading.</source>
        <translation>其名称以 {verb} 开头，这不是读取类动词。</translation>
    </message>
    <message>
        <source>Its name begins with {verb}: it changes who may do what.</source>
        <translation>其名称以 {verb} 开头：它会更改谁有哪些权限。</translation>
    </message>
    <message>
        <source>Its name begins with {verb}: what it takes away may not come back.</source>
        <translation>其名称以 {verb} 开头：它移除的内容可能无法恢复。</translation>
    </message>
    <message>
        <source>Its name names a {thing}: it changes who may do what.</source>
        <translation>其名称含有“{thing}”：它会更改谁有哪些权限。</translation>
    </message>
    <message>
        <source>Its name names an {thing}: it changes who may do what.</source>
        <translation>其名称含有“{thing}”：它会更改谁有哪些权限。</translation>
    </message>
    <message>
        <source>Its one model is {model}.</source>
        <translation>它唯一的模型是 {model}。</translation>
    </message>
    <message>
        <source>Its provisioned units, and what it stores, are no longer paid for.</source>
        <translation>其预置单位及存储的内容不再付费。</translation>
    </message>
    <message>
        <source>Its provisioned units.</source>
        <translation>其预置单位。</translation>
    </message>
    <message>
        <source>Its provisioned units; what it stores is extra.</source>
        <translation>其预置单位；存储的内容另计。</translation>
    </message>
    <message>
        <source>Its snapshots stay.</source>
        <translation>其快照会保留。</translation>
    </message>
    <message>
        <source>Its start script (user data) runs with administrator&apos;s rights on the machine.</source>
        <translation>其启动脚本（用户数据）以管理员权限在机器上运行。</translation>
    </message>
    <message>
        <source>Its subscriptions are gone too, and have to be confirmed again.</source>
        <translation>其订阅也会消失，必须重新确认。</translation>
    </message>
    <message>
        <source>Its template lies elsewhere, so Baton cannot look into it.</source>
        <translation>其模板在别处，因此 Baton 无法查看。</translation>
    </message>
    <message>
        <source>Its terms must be accepted on its page, and a token set in Settings &gt; Keys.</source>
        <translation>必须在其页面接受条款，并在“设置 &gt; 密钥”中设置令牌。</translation>
    </message>
    <message>
        <source>JMESPath query over the result</source>
        <translation>对结果的 JMESPath 查询</translation>
    </message>
    <message>
        <source>JMESPath, as in Items[?State==&apos;running&apos;].Name</source>
        <translation>JMESPath，例如 Items[?State==&apos;running&apos;].Name</translation>
    </message>
    <message>
        <source>JSON (*.json);;All (*)</source>
        <translation>JSON (*.json);;全部 (*)</translation>
    </message>
    <message>
        <source>JSON by a schema</source>
        <translation>按 schema 的 JSON</translation>
    </message>
    <message>
        <source>JSON schema</source>
        <translation>JSON 模式</translation>
    </message>
    <message>
        <source>Jakarta</source>
        <translation>雅加达</translation>
    </message>
    <message>
        <source>Keep a chat&apos;s parameters with another model</source>
        <translation>换模型时保留对话的参数</translation>
    </message>
    <message>
        <source>Keep a snapshot, then delete the volume</source>
        <translation>保留快照，然后删除卷</translation>
    </message>
    <message>
        <source>Keep an answer for</source>
        <translation>回答保留时间</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>两者都保留</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Keep it in the library…</source>
        <translation>存入库中…</translation>
    </message>
    <message numerus="yes">
        <source>Keep the logs for 1 day again</source>
        <comment>Keep the logs for {count} days again</comment>
        <translation>
            <numerusform>恢复为保留日志 {count} 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep the logs for ever again</source>
        <translation>恢复为永久保留日志</translation>
    </message>
    <message>
        <source>Keep them for 90 days</source>
        <translation>保留 90 天</translation>
    </message>
    <message>
        <source>Keep this chat on this machine</source>
        <translation>将此对话保留在本机</translation>
    </message>
    <message>
        <source>Keep this chat on this machine, or no longer</source>
        <translation>将此对话保留在本机，或不再保留</translation>
    </message>
    <message>
        <source>Keep versions again</source>
        <translation>重新保留版本</translation>
    </message>
    <message>
        <source>Keep versions no more</source>
        <translation>不再保留版本</translation>
    </message>
    <message>
        <source>Keep working</source>
        <translation>继续工作</translation>
    </message>
    <message>
        <source>Keeps the surprise of the text even, in place of Top K, Top P and the like: 1 or 2 is its version, 0 is off.</source>
        <translation>使文本的意外程度保持平稳，代替 Top K、Top P 等：1 或 2 是其版本，0 表示关闭。</translation>
    </message>
    <message>
        <source>Kept answers</source>
        <translation>已保留的回答</translation>
    </message>
    <message>
        <source>Kept for the answer: {tokens}</source>
        <translation>留给回答：{tokens}</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Key for {name}</source>
        <translation>{name} 的密钥</translation>
    </message>
    <message>
        <source>Key from the environment variable {variable}</source>
        <translation>密钥来自环境变量 {variable}</translation>
    </message>
    <message>
        <source>Key set</source>
        <translation>已设置密钥</translation>
    </message>
    <message>
        <source>Key, not shown</source>
        <translation>密钥，不显示</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Keys and values</source>
        <translation>键值缓存</translation>
    </message>
    <message>
        <source>Keys and values take 16 bits instead of {words}: a head of {length} numbers is no multiple of {block}.</source>
        <translation>键和值使用 16 位而不是 {words}：每个头 {length} 个数，不是 {block} 的倍数。</translation>
    </message>
    <message>
        <source>Keys and values take 16 bits instead of {words}: this kind of model has no flash attention.</source>
        <translation>键和值使用 16 位而不是 {words}：这类模型没有 flash attention。</translation>
    </message>
    <message>
        <source>Keys are kept in the system&apos;s keyring.</source>
        <translation>密钥保存在系统密钥环中。</translation>
    </message>
    <message>
        <source>Keys stay in your system&apos;s keyring. Baton never writes them to a file and never shows them.</source>
        <translation>密钥保存在系统的密钥环中。Baton 从不将其写入文件，也从不显示。</translation>
    </message>
    <message>
        <source>Keys, tokens and passwords found in a message or a result are replaced before they are sent to a model that does not run on this machine.</source>
        <translation>消息或结果中的密钥、令牌和密码，在发送给不在本机运行的模型之前会被替换。</translation>
    </message>
    <message>
        <source>Key…</source>
        <translation>密钥…</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Known are {known}.</source>
        <translation>已知的有 {known}。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>上月</translation>
    </message>
    <message>
        <source>Last signed in</source>
        <translation>上次登录</translation>
    </message>
    <message>
        <source>Last week</source>
        <translation>上周</translation>
    </message>
    <message>
        <source>Launched</source>
        <translation>启动时间</translation>
    </message>
    <message>
        <source>Lay an adapter over it…</source>
        <translation>叠加适配器…</translation>
    </message>
    <message>
        <source>Layers on the GPU</source>
        <translation>GPU 上的层数</translation>
    </message>
    <message>
        <source>Lead the route where it led before</source>
        <translation>让路由指向原来的目标</translation>
    </message>
    <message>
        <source>Leave --provider-batch out, or choose a model of Anthropic or OpenAI.</source>
        <translation>请去掉 --provider-batch，或选择 Anthropic 或 OpenAI 的模型。</translation>
    </message>
    <message>
        <source>Leave every parameter to the model&apos;s own default</source>
        <translation>所有参数都使用模型自身的默认值</translation>
    </message>
    <message>
        <source>Leave it out, and Baton makes one.</source>
        <translation>请留空，由 Baton 生成。</translation>
    </message>
    <message>
        <source>Leave it out.</source>
        <translation>请去掉它。</translation>
    </message>
    <message>
        <source>Leave it to the model</source>
        <translation>交给模型决定</translation>
    </message>
    <message>
        <source>Leave out entry of {name}</source>
        <translation>去掉 {name} 的条目</translation>
    </message>
    <message>
        <source>Leave out what narrows it ({names}).</source>
        <translation>请去掉限制条件（{names}）。</translation>
    </message>
    <message>
        <source>Leave out what narrows it ({names}); look in another account or region (Ctrl+Shift+A), or ask for the same “in all regions”.</source>
        <translation>请去掉限制条件（{names}）；查看其他账户或区域（Ctrl+Shift+A），或以 “in all regions” 再问一次。</translation>
    </message>
    <message>
        <source>Leave out {name}</source>
        <translation>去掉 {name}</translation>
    </message>
    <message>
        <source>Leave the budget or --provider-batch out.</source>
        <translation>请去掉预算或 --provider-batch。</translation>
    </message>
    <message>
        <source>Leaves branch {branch}: version {version} of {versions} of what begins the chat.</source>
        <translation>从分支 {branch} 分出：对话开头的第 {version} 个版本，共 {versions} 个。</translation>
    </message>
    <message>
        <source>Leaves branch {branch}: version {version} of {versions} of what follows “{message}”.</source>
        <translation>从分支 {branch} 分出：“{message}”之后内容的第 {version} 个版本，共 {versions} 个。</translation>
    </message>
    <message>
        <source>Left out: {parts}</source>
        <translation>已跳过：{parts}</translation>
    </message>
    <message numerus="yes">
        <source>Left out: {parts} And 1 more.</source>
        <comment>Left out: {parts} And {count} more.</comment>
        <translation>
            <numerusform>已跳过：{parts} 另有 {count} 项。</numerusform>
        </translation>
    </message>
    <message>
        <source>Let it count</source>
        <translation>使其生效</translation>
    </message>
    <message>
        <source>Let the alias lead to its key again</source>
        <translation>让别名重新指向其密钥</translation>
    </message>
    <message>
        <source>Let the alias lead to its version again</source>
        <translation>让别名重新指向其版本</translation>
    </message>
    <message>
        <source>Let the answer go on</source>
        <translation>继续回答</translation>
    </message>
    <message>
        <source>Let the answer go on where it stopped</source>
        <translation>从中断处继续回答</translation>
    </message>
    <message>
        <source>Let the model name chats</source>
        <translation>让模型给对话命名</translation>
    </message>
    <message>
        <source>Let the provider answer within a day, for less (Anthropic, OpenAI)</source>
        <translation>让提供商在一天内回答，费用更低（Anthropic、OpenAI）</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Level {level}, Answer: {words}, {details}</source>
        <translation>第 {level} 层，回答：{words}，{details}</translation>
    </message>
    <message>
        <source>Level {level}, You: {words}, {details}</source>
        <translation>第 {level} 层，你：{words}，{details}</translation>
    </message>
    <message>
        <source>Level {level}, version {number} of {count}, Answer: {words}, {details}</source>
        <translation>第 {level} 层，版本 {number}/{count}，回答：{words}，{details}</translation>
    </message>
    <message>
        <source>Level {level}, version {number} of {count}, You: {words}, {details}</source>
        <translation>第 {level} 层，版本 {number}/{count}，你：{words}，{details}</translation>
    </message>
    <message>
        <source>Library (*.json)</source>
        <translation>库 (*.json)</translation>
    </message>
    <message>
        <source>Licence: {name}.</source>
        <translation>许可证：{name}。</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Line chart from {begin} to {end} UTC.</source>
        <translation>折线图，{begin} 至 {end} UTC。</translation>
    </message>
    <message>
        <source>Line {line}: it is no TOML ({problem}).</source>
        <translation>第 {line} 行：不是 TOML（{problem}）。</translation>
    </message>
    <message>
        <source>Line {line}: {problem}</source>
        <translation>第 {line} 行：{problem}</translation>
    </message>
    <message>
        <source>Line {number} belongs to no variable.</source>
        <translation>第 {number} 行不属于任何变量。</translation>
    </message>
    <message>
        <source>Line {number} is no “word: value”.</source>
        <translation>第 {number} 行不是“词: 值”的形式。</translation>
    </message>
    <message>
        <source>Line {number} is set in by {indent} blanks; 2 or 4 is meant.</source>
        <translation>第 {number} 行缩进了 {indent} 个空格；应为 2 或 4 个。</translation>
    </message>
    <message>
        <source>Line {number} is set in with a tab; use two blanks.</source>
        <translation>第 {number} 行用制表符缩进；请使用两个空格。</translation>
    </message>
    <message>
        <source>Line {number} is set in, and nothing above it is open.</source>
        <translation>第 {number} 行有缩进，但上方没有对应的项。</translation>
    </message>
    <message>
        <source>Line {number} of the list is no pattern: {fault}.</source>
        <translation>列表第 {number} 行不是有效的模式：{fault}。</translation>
    </message>
    <message>
        <source>Line {number} of the list repeats what repeats or branches: that can take for ever.</source>
        <translation>列表第 {number} 行重复了会重复或分支的内容：可能永远不会结束。</translation>
    </message>
    <message>
        <source>Line {number} of {source} is not the one that {target} has a result for.</source>
        <translation>{source} 的第 {number} 行与 {target} 中已有结果的行不一致。</translation>
    </message>
    <message>
        <source>Line {number}: behind “{key}:” comes a new line, set in.</source>
        <translation>第 {number} 行：“{key}:” 之后应另起一行并缩进。</translation>
    </message>
    <message>
        <source>Line {number}: kind is one of {known}; not {value}.</source>
        <translation>第 {number} 行：kind 应为 {known} 之一，而不是 {value}。</translation>
    </message>
    <message>
        <source>Line {number}: multiline is yes or no; not {value}.</source>
        <translation>第 {number} 行：multiline 应为 yes 或 no，而不是 {value}。</translation>
    </message>
    <message>
        <source>Line {number}: nobody knows {key}; there are {known}.</source>
        <translation>第 {number} 行：未知的 {key}；可用的有 {known}。</translation>
    </message>
    <message>
        <source>Line {number}: the quotes of {key} do not close, or hold a wrong backslash.</source>
        <translation>第 {number} 行：{key} 的引号没有闭合，或含有错误的反斜杠。</translation>
    </message>
    <message>
        <source>Line {number}: the variable {key} is described twice.</source>
        <translation>第 {number} 行：变量 {key} 描述了两次。</translation>
    </message>
    <message>
        <source>Line {number}: {key} cannot be a variable&apos;s name.</source>
        <translation>第 {number} 行：{key} 不能作为变量名。</translation>
    </message>
    <message>
        <source>Line {number}: {key} is empty; &quot;&quot; is written for an empty value.</source>
        <translation>第 {number} 行：{key} 为空；空值应写成 &quot;&quot;。</translation>
    </message>
    <message>
        <source>Line {number}: {key} stands there twice.</source>
        <translation>第 {number} 行：{key} 出现了两次。</translation>
    </message>
    <message>
        <source>Lines of JSON (*.jsonl);;All (*)</source>
        <translation>JSON 行 (*.jsonl);;全部 (*)</translation>
    </message>
    <message>
        <source>Link to {address}</source>
        <translation>链接到 {address}</translation>
    </message>
    <message numerus="yes">
        <source>List, 1 value</source>
        <comment>List, {count} values</comment>
        <translation>
            <numerusform>列表，{count} 个值</numerusform>
        </translation>
    </message>
    <message>
        <source>LoRA adapter</source>
        <translation>LoRA 适配器</translation>
    </message>
    <message>
        <source>Load all</source>
        <translation>全部加载</translation>
    </message>
    <message>
        <source>Load more</source>
        <translation>加载更多</translation>
    </message>
    <message>
        <source>Load more of {call}</source>
        <translation>加载 {call} 的更多结果</translation>
    </message>
    <message>
        <source>Load with more context…</source>
        <translation>以更大的上下文加载…</translation>
    </message>
    <message>
        <source>Load {model}</source>
        <translation>加载 {model}</translation>
    </message>
    <message>
        <source>Loading more…</source>
        <translation>正在加载更多…</translation>
    </message>
    <message>
        <source>Loading {model}</source>
        <translation>正在加载 {model}</translation>
    </message>
    <message>
        <source>Local models</source>
        <translation>本地模型</translation>
    </message>
    <message>
        <source>Local models are served at {address}.</source>
        <translation>正在 {address} 提供本地模型。</translation>
    </message>
    <message>
        <source>Local models are served to other programs</source>
        <translation>正在向其他程序提供本地模型</translation>
    </message>
    <message>
        <source>Local models are served to other programs at {address}. {about}</source>
        <translation>正在 {address} 向其他程序提供本地模型。{about}</translation>
    </message>
    <message>
        <source>Local models: add, download, remove…</source>
        <translation>本地模型：添加、下载、移除…</translation>
    </message>
    <message>
        <source>Local models…</source>
        <translation>本地模型…</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Log groups without a retention, which grow and cost more each month.</source>
        <translation>没有设置保留期限的日志组，会不断增长，费用逐月增加。</translation>
    </message>
    <message>
        <source>Log lines that are older than that are deleted.</source>
        <translation>更早的日志会被删除。</translation>
    </message>
    <message>
        <source>Logs kept for ever</source>
        <translation>永久保留的日志</translation>
    </message>
    <message>
        <source>London</source>
        <translation>伦敦</translation>
    </message>
    <message>
        <source>Long answer</source>
        <translation>长回答</translation>
    </message>
    <message>
        <source>Long text</source>
        <translation>长文本</translation>
    </message>
    <message>
        <source>Long text, {lines}</source>
        <translation>长文本，{lines}</translation>
    </message>
    <message>
        <source>Long texts</source>
        <translation>长文本</translation>
    </message>
    <message>
        <source>Longest answer</source>
        <translation>最长回答</translation>
    </message>
    <message>
        <source>Look again in a minute.</source>
        <translation>请一分钟后再查看。</translation>
    </message>
    <message>
        <source>Look at baton doctor; installing Baton again builds it for this processor.</source>
        <translation>请查看 baton doctor；重新安装 Baton 会为此处理器构建它。</translation>
    </message>
    <message>
        <source>Look at its name and its folder.</source>
        <translation>请检查其名称和文件夹。</translation>
    </message>
    <message>
        <source>Look at its name.</source>
        <translation>请检查其名称。</translation>
    </message>
    <message>
        <source>Look at its schema, its tools and its parameters.</source>
        <translation>请检查其 schema、工具和参数。</translation>
    </message>
    <message>
        <source>Look at the budgets…</source>
        <translation>查看预算…</translation>
    </message>
    <message>
        <source>Look at the filter…</source>
        <translation>查看过滤器…</translation>
    </message>
    <message>
        <source>Look at the network…</source>
        <translation>查看网络…</translation>
    </message>
    <message>
        <source>Look at the policy…</source>
        <translation>查看策略…</translation>
    </message>
    <message>
        <source>Look at the resource first.</source>
        <translation>请先查看资源。</translation>
    </message>
    <message>
        <source>Look back</source>
        <translation>回看范围</translation>
    </message>
    <message>
        <source>Look for a repository whose name ends in -GGUF.</source>
        <translation>请查找名称以 -GGUF 结尾的仓库。</translation>
    </message>
    <message>
        <source>Look for it with: baton aws find TEXT</source>
        <translation>用以下命令查找：baton aws find TEXT</translation>
    </message>
    <message>
        <source>Look for local servers</source>
        <translation>查找本地服务器</translation>
    </message>
    <message>
        <source>Look for the one that you saved when this one was encrypted; nothing was changed.</source>
        <translation>请找出加密此历史记录时保存的恢复密钥；未做任何更改。</translation>
    </message>
    <message>
        <source>Look in another account or region (Ctrl+Shift+A), or ask for the same “in all regions”.</source>
        <translation>请查看其他账户或区域（Ctrl+Shift+A），或以 “in all regions” 再问一次。</translation>
    </message>
    <message>
        <source>Looked for operations: {text}</source>
        <translation>查找了操作：{text}</translation>
    </message>
    <message>
        <source>Looking through AWS&apos;s operations…</source>
        <translation>正在查找 AWS 的操作…</translation>
    </message>
    <message>
        <source>Looking up AWS operations…</source>
        <translation>正在查找 AWS 操作…</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>Lowers the chance of a word each time it was used. Above 0 repeats less.</source>
        <translation>词每出现一次，其概率就降低一些。大于 0 时重复更少。</translation>
    </message>
    <message>
        <source>Lowers the chance of a word that would go on with a phrase already used; 0 is off, 0.8 is usual.</source>
        <translation>降低延续已用短语的词的概率；0 表示关闭，常用 0.8。</translation>
    </message>
    <message>
        <source>Lowers the chance of every word that was used at all. Above 0 moves on to new subjects.</source>
        <translation>降低所有已出现过的词的概率。大于 0 时更容易转向新话题。</translation>
    </message>
    <message>
        <source>MFA code</source>
        <translation>MFA 代码</translation>
    </message>
    <message>
        <source>Made smaller, from {old_width} x {old_height} to {width} x {height} pixels, for models to take.</source>
        <translation>为适应模型，已从 {old_width} x {old_height} 缩小到 {width} x {height} 像素。</translation>
    </message>
    <message>
        <source>Main memory: {free} free</source>
        <translation>内存：可用 {free}</translation>
    </message>
    <message>
        <source>Main memory: {needed} of {free} free</source>
        <translation>内存：{needed}，可用 {free}</translation>
    </message>
    <message>
        <source>Make another</source>
        <translation>重新生成</translation>
    </message>
    <message>
        <source>Make another key</source>
        <translation>重新生成密钥</translation>
    </message>
    <message>
        <source>Make it and its folder writable.</source>
        <translation>请使其及其文件夹可写。</translation>
    </message>
    <message>
        <source>Make it one level higher.</source>
        <translation>请放在高一级的位置。</translation>
    </message>
    <message>
        <source>Make it writable, or set BATON_HOME to a folder that is.</source>
        <translation>请使其可写，或将 BATON_HOME 设为可写的文件夹。</translation>
    </message>
    <message>
        <source>Make its folder writable.</source>
        <translation>请使其文件夹可写。</translation>
    </message>
    <message>
        <source>Make none</source>
        <translation>不备份</translation>
    </message>
    <message>
        <source>Make the earlier version the default again</source>
        <translation>将较早的版本重新设为默认</translation>
    </message>
    <message>
        <source>Make the file and its folder writable, or point BATON_HOME at a folder that is.</source>
        <translation>请使文件及其文件夹可写，或将 BATON_HOME 指向可写的文件夹。</translation>
    </message>
    <message>
        <source>Make the folder for models writable.</source>
        <translation>请使模型文件夹可写。</translation>
    </message>
    <message>
        <source>Make the folder writable, then sign in again.</source>
        <translation>请使该文件夹可写，然后重新登录。</translation>
    </message>
    <message>
        <source>Make the key active again</source>
        <translation>重新激活密钥</translation>
    </message>
    <message>
        <source>Make the key inactive again</source>
        <translation>再次停用密钥</translation>
    </message>
    <message>
        <source>Makes words likelier or rarer: text=number or #token=number, such as maybe=-5; -100 forbids, 100 forces.</source>
        <translation>使词更可能或更少出现：文本=数字 或 #token=数字，例如 maybe=-5；-100 禁止，100 强制。</translation>
    </message>
    <message>
        <source>Malaysia</source>
        <translation>马来西亚</translation>
    </message>
    <message>
        <source>May be left empty</source>
        <translation>可留空</translation>
    </message>
    <message>
        <source>Melbourne</source>
        <translation>墨尔本</translation>
    </message>
    <message>
        <source>Memory for models</source>
        <translation>模型可用内存</translation>
    </message>
    <message>
        <source>Memory for read prompts</source>
        <translation>已读提示词的内存</translation>
    </message>
    <message>
        <source>Memory runs short: {free} of {total} are free.</source>
        <translation>内存不足：{total} 中有 {free} 可用。</translation>
    </message>
    <message>
        <source>Mend endpoint_url in the AWS configuration, or AWS_ENDPOINT_URL in the environment.</source>
        <translation>请修正 AWS 配置中的 endpoint_url，或环境中的 AWS_ENDPOINT_URL。</translation>
    </message>
    <message>
        <source>Mend it (aws sts get-caller-identity --profile {title} shows what it says), or choose another account.</source>
        <translation>请修复它（aws sts get-caller-identity --profile {title} 会显示它的输出），或选择其他账户。</translation>
    </message>
    <message>
        <source>Mend it and propose it again.</source>
        <translation>请修正后重新提出。</translation>
    </message>
    <message>
        <source>Mend it first.</source>
        <translation>请先修正。</translation>
    </message>
    <message>
        <source>Mend it in ~/.aws/config, or choose another account.</source>
        <translation>请在 ~/.aws/config 中修正，或选择其他账户。</translation>
    </message>
    <message>
        <source>Mend it now</source>
        <translation>立即修复</translation>
    </message>
    <message>
        <source>Mend it, then save it.</source>
        <translation>请修正后保存。</translation>
    </message>
    <message>
        <source>Mend it; baton aws policy check names every line that is wrong.</source>
        <translation>请修正；baton aws policy check 会列出每一处错误。</translation>
    </message>
    <message>
        <source>Mend its file, or choose another.</source>
        <translation>请修正其文件，或另选一个。</translation>
    </message>
    <message>
        <source>Mend its file.</source>
        <translation>请修正其文件。</translation>
    </message>
    <message>
        <source>Mend the endpoint in the parameters.</source>
        <translation>请修正参数中的端点。</translation>
    </message>
    <message>
        <source>Mend the file (each section begins with [profile NAME]); the demo account works meanwhile.</source>
        <translation>请修正该文件（每一节以 [profile NAME] 开头）；在此期间演示账户可用。</translation>
    </message>
    <message>
        <source>Mend the history</source>
        <translation>修复历史记录</translation>
    </message>
    <message>
        <source>Mend them and try again.</source>
        <translation>请修正后重试。</translation>
    </message>
    <message>
        <source>Mend ~/.aws/config and ~/.aws/credentials; the demo account works meanwhile.</source>
        <translation>请修正 ~/.aws/config 和 ~/.aws/credentials；在此期间演示账户可用。</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Merge its parts, or choose another model.</source>
        <translation>请合并其各部分，或选择其他模型。</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Messages sent before, at the beginning or the end of the text</source>
        <translation>以前发送的消息（光标在文本开头或结尾时）</translation>
    </message>
    <message>
        <source>Messages sent to it since are lost.</source>
        <translation>此后发送的消息会丢失。</translation>
    </message>
    <message>
        <source>Messages with a picture.</source>
        <translation>带图片的消息。</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Metric {number}</source>
        <translation>指标 {number}</translation>
    </message>
    <message>
        <source>Mexico</source>
        <translation>墨西哥</translation>
    </message>
    <message>
        <source>MiB</source>
        <translation>MiB</translation>
    </message>
    <message>
        <source>Milan</source>
        <translation>米兰</translation>
    </message>
    <message>
        <source>Min P</source>
        <translation>Min P</translation>
    </message>
    <message>
        <source>Mirostat</source>
        <translation>Mirostat</translation>
    </message>
    <message>
        <source>Mirostat and adaptive sampling</source>
        <translation>Mirostat 与自适应采样</translation>
    </message>
    <message>
        <source>Mirostat rate</source>
        <translation>Mirostat 速率</translation>
    </message>
    <message>
        <source>Mirostat target</source>
        <translation>Mirostat 目标</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Model and parameters</source>
        <translation>模型和参数</translation>
    </message>
    <message>
        <source>Model and parameters – Baton</source>
        <translation>模型和参数 – Baton</translation>
    </message>
    <message>
        <source>Model files</source>
        <translation>模型文件</translation>
    </message>
    <message>
        <source>Model files…</source>
        <translation>模型文件…</translation>
    </message>
    <message>
        <source>Model for new chats</source>
        <translation>新对话的模型</translation>
    </message>
    <message>
        <source>Model that judges</source>
        <translation>用于判断的模型</translation>
    </message>
    <message>
        <source>Model to add</source>
        <translation>要添加的模型</translation>
    </message>
    <message>
        <source>Model …</source>
        <translation>模型…</translation>
    </message>
    <message>
        <source>Model: {model}</source>
        <translation>模型：{model}</translation>
    </message>
    <message>
        <source>Model: {title}</source>
        <translation>模型：{title}</translation>
    </message>
    <message>
        <source>Model: {value}</source>
        <translation>模型：{value}</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Models (*.gguf);;All (*)</source>
        <translation>模型 (*.gguf);;全部 (*)</translation>
    </message>
    <message>
        <source>Models in order; Alt and an arrow moves one, Delete takes it out</source>
        <translation>按顺序排列的模型；Alt 加箭头移动，Delete 移除</translation>
    </message>
    <message>
        <source>Models on this machine cost nothing and are not counted.</source>
        <translation>本机上的模型不产生费用，不计入。</translation>
    </message>
    <message>
        <source>Models that run on this machine, offline and in private. Baton runs GGUF files.</source>
        <translation>在本机离线、私密运行的模型。Baton 运行 GGUF 文件。</translation>
    </message>
    <message>
        <source>Moderation</source>
        <translation>内容审核</translation>
    </message>
    <message>
        <source>Money a day</source>
        <translation>每日金额</translation>
    </message>
    <message>
        <source>Money a month</source>
        <translation>每月金额</translation>
    </message>
    <message>
        <source>Monthly cost unknown.</source>
        <translation>每月费用未知。</translation>
    </message>
    <message>
        <source>Monthly cost unknown: {reason}.</source>
        <translation>每月费用未知：{reason}。</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>More about choosing words</source>
        <translation>更多选词设置</translation>
    </message>
    <message>
        <source>More for {name}</source>
        <translation>{name} 的更多操作</translation>
    </message>
    <message>
        <source>More to do with this answer</source>
        <translation>此回答的更多操作</translation>
    </message>
    <message>
        <source>More to do with this message</source>
        <translation>此消息的更多操作</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>动画</translation>
    </message>
    <message>
        <source>Move that aside, or point BATON_HOME at another folder.</source>
        <translation>请将其移开，或将 BATON_HOME 指向其他文件夹。</translation>
    </message>
    <message>
        <source>Move the list of chats to the other side</source>
        <translation>将对话列表移到另一侧</translation>
    </message>
    <message>
        <source>Move the model dock to the other side</source>
        <translation>将模型面板移到另一侧</translation>
    </message>
    <message>
        <source>Move the note {target} away to send its lines anew.</source>
        <translation>移走记录 {target} 即可重新发送这些行。</translation>
    </message>
    <message>
        <source>Move those within it first.</source>
        <translation>请先移走其中的文件夹。</translation>
    </message>
    <message>
        <source>Move to</source>
        <translation>移动到</translation>
    </message>
    <message>
        <source>Mumbai</source>
        <translation>孟买</translation>
    </message>
    <message>
        <source>Must be a time as in 2026-11-20T09:00:00Z.</source>
        <translation>必须是形如 2026-11-20T09:00:00Z 的时间。</translation>
    </message>
    <message>
        <source>Must be at least {bound} characters.</source>
        <translation>至少需要 {bound} 个字符。</translation>
    </message>
    <message>
        <source>Must be at least {bound} entries.</source>
        <translation>至少需要 {bound} 个条目。</translation>
    </message>
    <message>
        <source>Must be at least {bound}.</source>
        <translation>不得小于 {bound}。</translation>
    </message>
    <message>
        <source>Must be at most {bound} characters.</source>
        <translation>最多 {bound} 个字符。</translation>
    </message>
    <message>
        <source>Must be at most {bound} entries.</source>
        <translation>最多 {bound} 个条目。</translation>
    </message>
    <message>
        <source>Must be at most {bound}.</source>
        <translation>不得大于 {bound}。</translation>
    </message>
    <message>
        <source>Must be {kind}.</source>
        <translation>必须是{kind}。</translation>
    </message>
    <message>
        <source>Must not be empty.</source>
        <translation>不能为空。</translation>
    </message>
    <message>
        <source>N. California</source>
        <translation>加利福尼亚北部</translation>
    </message>
    <message>
        <source>N. Virginia</source>
        <translation>弗吉尼亚北部</translation>
    </message>
    <message>
        <source>NAT gateway</source>
        <translation>NAT 网关</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Name a file with --out.</source>
        <translation>请用 --out 指定文件。</translation>
    </message>
    <message>
        <source>Name a file with one prompt a line.</source>
        <translation>请指定每行一个提示词的文件。</translation>
    </message>
    <message>
        <source>Name a readable file of certificates in PEM form, or leave it empty.</source>
        <translation>请指定可读取的 PEM 格式证书文件，或留空。</translation>
    </message>
    <message>
        <source>Name another file with --out.</source>
        <translation>请用 --out 指定其他文件。</translation>
    </message>
    <message>
        <source>Name another file.</source>
        <translation>请指定其他文件。</translation>
    </message>
    <message>
        <source>Name at least one of each.</source>
        <translation>请各指定至少一个。</translation>
    </message>
    <message>
        <source>Name fewer accounts or regions.</source>
        <translation>请减少账户或区域。</translation>
    </message>
    <message>
        <source>Name in {name}</source>
        <translation>{name} 中的名称</translation>
    </message>
    <message>
        <source>Name its &apos;properties&apos;, or choose another model.</source>
        <translation>请列出其 &apos;properties&apos;，或选择其他模型。</translation>
    </message>
    <message>
        <source>Name of the folder:</source>
        <translation>文件夹名称：</translation>
    </message>
    <message>
        <source>Name of the parameter to add</source>
        <translation>要添加的参数名称</translation>
    </message>
    <message>
        <source>Name one of the request&apos;s tools, or leave the choice to the model.</source>
        <translation>请指定请求中的一个工具，或让模型自行选择。</translation>
    </message>
    <message>
        <source>Name one that speaks HTTP, as in http://proxy.example.com:3128.</source>
        <translation>请指定支持 HTTP 的代理，例如 http://proxy.example.com:3128。</translation>
    </message>
    <message>
        <source>Name one with --file: {names}.</source>
        <translation>请用 --file 指定一个：{names}。</translation>
    </message>
    <message>
        <source>Name one, or a pattern such as *-dev. There are: {names}.</source>
        <translation>请指定一个账户，或 *-dev 之类的模式。现有：{names}。</translation>
    </message>
    <message>
        <source>Name openai or an endpoint that has one.</source>
        <translation>请指定 openai 或具有审核端点的端点。</translation>
    </message>
    <message>
        <source>Name the model, or leave --provider-batch out.</source>
        <translation>请指定模型，或去掉 --provider-batch。</translation>
    </message>
    <message>
        <source>Name the properties, or choose a cloud model.</source>
        <translation>请列出属性，或选择云端模型。</translation>
    </message>
    <message>
        <source>Name the regions in which it is to change something.</source>
        <translation>请指明要更改的区域。</translation>
    </message>
    <message>
        <source>Named sets of parameters ({keys})</source>
        <translation>命名的参数组（{keys}）</translation>
    </message>
    <message>
        <source>Names in the result</source>
        <translation>结果中的名称</translation>
    </message>
    <message>
        <source>Narrow the search: by date, model, AWS action, folder…</source>
        <translation>缩小搜索范围：按日期、模型、AWS 操作、文件夹…</translation>
    </message>
    <message>
        <source>Narrow the shortcuts</source>
        <translation>筛选快捷键</translation>
    </message>
    <message>
        <source>Nearly full: {amount}</source>
        <translation>即将满：{amount}</translation>
    </message>
    <message>
        <source>Needs a key</source>
        <translation>需要密钥</translation>
    </message>
    <message>
        <source>Needs {needed}: weights {weights}, context {context}, work {work}</source>
        <translation>需要 {needed}：权重 {weights}，上下文 {context}，计算 {work}</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>Never wait</source>
        <translation>从不等待</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>New Zealand</source>
        <translation>新西兰</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新建对话</translation>
    </message>
    <message>
        <source>New chat</source>
        <comment>a title</comment>
        <translation>新对话</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>新建文件夹</translation>
    </message>
    <message>
        <source>New folder in it…</source>
        <translation>在其中新建文件夹…</translation>
    </message>
    <message>
        <source>New folder…</source>
        <translation>新建文件夹…</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>新名称</translation>
    </message>
    <message>
        <source>New objects are copied to another bucket, whoever can read that one.</source>
        <translation>新对象会复制到另一个存储桶，无论谁可以读取它。</translation>
    </message>
    <message>
        <source>New objects are encrypted with S3&apos;s own key alone.</source>
        <translation>新对象仅用 S3 自有密钥加密。</translation>
    </message>
    <message>
        <source>New text below</source>
        <translation>下方有新内容</translation>
    </message>
    <message>
        <source>New volumes will be stored without encryption.</source>
        <translation>新卷会以未加密方式存储。</translation>
    </message>
    <message>
        <source>Newer version of the message that has the focus</source>
        <translation>焦点所在消息的下一个版本</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>Next (Enter)</source>
        <translation>下一个 (Enter)</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>窗口的下一部分</translation>
    </message>
    <message>
        <source>Next turn</source>
        <translation>下一轮次</translation>
    </message>
    <message>
        <source>Nightly backups of the last</source>
        <translation>保留最近的每夜备份</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>No AWS</source>
        <translation>无 AWS</translation>
    </message>
    <message>
        <source>No AWS account</source>
        <translation>没有 AWS 账户</translation>
    </message>
    <message>
        <source>No AWS in this chat</source>
        <translation>此对话不使用 AWS</translation>
    </message>
    <message>
        <source>No IAM access level is known for it, so it counts as a change.</source>
        <translation>没有已知的 IAM 访问级别，因此视为更改。</translation>
    </message>
    <message>
        <source>No account fits {word}.</source>
        <translation>没有账户与 {word} 匹配。</translation>
    </message>
    <message>
        <source>No answer within {timeout} s.</source>
        <translation>{timeout} 秒内没有响应。</translation>
    </message>
    <message>
        <source>No answers are kept.</source>
        <translation>没有保留的回答。</translation>
    </message>
    <message>
        <source>No answers were kept.</source>
        <translation>没有保留的回答。</translation>
    </message>
    <message>
        <source>No backup is made.</source>
        <translation>不会创建备份。</translation>
    </message>
    <message>
        <source>No entry fits what is looked for.</source>
        <translation>没有符合搜索条件的条目。</translation>
    </message>
    <message>
        <source>No entry holds {text!r}.</source>
        <translation>没有条目包含 {text!r}。</translation>
    </message>
    <message>
        <source>No file, so the defaults count.</source>
        <translation>没有文件，因此使用默认值。</translation>
    </message>
    <message>
        <source>No folder</source>
        <translation>无文件夹</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>没有密钥</translation>
    </message>
    <message>
        <source>No last backup is taken: the data is gone for good.</source>
        <translation>不会创建最终备份：数据将永久消失。</translation>
    </message>
    <message>
        <source>No last snapshot is taken: the data is gone for good.</source>
        <translation>不会创建最终快照：数据将永久消失。</translation>
    </message>
    <message numerus="yes">
        <source>No last snapshot is taken: what changed since the last one is lost (1 snapshot).</source>
        <comment>No last snapshot is taken: what changed since the last one is lost ({count} snapshots).</comment>
        <translation>
            <numerusform>不会创建最终快照：自上一个快照以来的更改会丢失（{count} 个快照）。</numerusform>
        </translation>
    </message>
    <message>
        <source>No last snapshot is taken: what changed since the last one is lost (none known).</source>
        <translation>不会创建最终快照：自上一个快照以来的更改会丢失（没有已知快照）。</translation>
    </message>
    <message>
        <source>No layer lies on a GPU: llama.cpp sees none here.</source>
        <translation>没有层放在 GPU 上：llama.cpp 在这里看不到 GPU。</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>No log is kept: {file} cannot be written ({why}).</source>
        <translation>没有记录日志：无法写入 {file}（{why}）。</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>没有模型</translation>
    </message>
    <message>
        <source>No model files yet. Find one above, or add one you have.</source>
        <translation>还没有模型文件。请在上面查找，或添加已有的文件。</translation>
    </message>
    <message>
        <source>No model fits. Search for a part of its name, as in: qwen 7b</source>
        <translation>没有匹配的模型。请搜索名称的一部分，例如：qwen 7b</translation>
    </message>
    <message>
        <source>No model is set for it in Settings &gt; Routing.</source>
        <translation>“设置 &gt; 路由”中没有为此设置模型。</translation>
    </message>
    <message>
        <source>No playbook fits “{typed}”.</source>
        <translation>没有与“{typed}”匹配的巡检手册。</translation>
    </message>
    <message>
        <source>No policy of yours allows {actions}. {advice}</source>
        <translation>没有任何现有策略允许 {actions}。{advice}</translation>
    </message>
    <message>
        <source>No price of {kind} is known in {region}.</source>
        <translation>没有 {kind} 在 {region} 的价格。</translation>
    </message>
    <message>
        <source>No program opens it. It is {path}.</source>
        <translation>没有程序可以打开它。文件位于 {path}。</translation>
    </message>
    <message>
        <source>No program opens {name!r} here. Save it and open it yourself.</source>
        <translation>此处没有程序可以打开 {name!r}。请保存后自行打开。</translation>
    </message>
    <message>
        <source>No programs wait for an answer.</source>
        <translation>没有程序在等待回答。</translation>
    </message>
    <message>
        <source>No prompt fits “{typed}”.</source>
        <translation>没有与“{typed}”匹配的提示词。</translation>
    </message>
    <message>
        <source>No prompt has the variable {name}.</source>
        <translation>没有提示词含有变量 {name}。</translation>
    </message>
    <message>
        <source>No prompt here asks for any.</source>
        <translation>这里没有提示词需要变量。</translation>
    </message>
    <message>
        <source>No provider of models is passed over.</source>
        <translation>没有被跳过的模型提供商。</translation>
    </message>
    <message>
        <source>No region is chosen for Amazon Bedrock, and {title!r} has none of its own.</source>
        <translation>没有为 Amazon Bedrock 选择区域，{title!r} 自身也没有区域。</translation>
    </message>
    <message>
        <source>No setting fits.</source>
        <translation>没有匹配的设置。</translation>
    </message>
    <message>
        <source>No text</source>
        <translation>无文本</translation>
    </message>
    <message>
        <source>No text (stopped)</source>
        <translation>无文本（已停止）</translation>
    </message>
    <message>
        <source>No work</source>
        <translation>没有工作</translation>
    </message>
    <message>
        <source>Nobody could answer. Your message is kept.
{whys}
{remedy}</source>
        <translation>没有模型能够回答。你的消息已保留。
{whys}
{remedy}</translation>
    </message>
    <message>
        <source>Nobody has signed in here yet.</source>
        <translation>此处还没有人登录。</translation>
    </message>
    <message>
        <source>Nobody is asked for a second factor any more.</source>
        <translation>不再要求任何人提供第二验证因素。</translation>
    </message>
    <message>
        <source>Nobody told what this model costs. Correct facts… in the dock beside the chat takes its price.</source>
        <translation>不清楚此模型的价格。可在对话旁面板的“更正信息…”中填写。</translation>
    </message>
    <message>
        <source>Nobody waits any more; what AWS does goes on.</source>
        <translation>不再等待；AWS 正在做的事会继续。</translation>
    </message>
    <message>
        <source>Nobody waits for an answer now. No program has asked yet.</source>
        <translation>现在没有程序在等待回答。还没有程序提问过。</translation>
    </message>
    <message>
        <source>Nobody waits for an answer now. {asked}</source>
        <translation>现在没有程序在等待回答。{asked}</translation>
    </message>
    <message>
        <source>Nobody was there to agree, so it was not carried out.</source>
        <translation>无人同意，因此未执行。</translation>
    </message>
    <message>
        <source>Nobody was there to agree, so nothing was carried out.</source>
        <translation>无人同意，因此未执行任何内容。</translation>
    </message>
    <message>
        <source>Nobody was there to say yes. Nothing was sent to AWS.</source>
        <translation>没有人在场确认。没有向 AWS 发送任何内容。</translation>
    </message>
    <message>
        <source>Nobody would answer.</source>
        <translation>没有模型会回答。</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>None</source>
        <comment>to be ticked</comment>
        <translation>全不选</translation>
    </message>
    <message>
        <source>None of its own</source>
        <translation>不单独设置</translation>
    </message>
    <message>
        <source>None there</source>
        <translation>没有可选项</translation>
    </message>
    <message>
        <source>None yet. Add one by its address, take a well known one, or let Baton look for some here.</source>
        <translation>还没有。可通过地址添加、选用常见的端点，或让 Baton 在本机查找。</translation>
    </message>
    <message>
        <source>None yet. The first one is made tonight, or now.</source>
        <translation>还没有备份。首份备份会在今晚创建，也可以现在创建。</translation>
    </message>
    <message>
        <source>None. Write {{name}} in the text, and it is asked for when the prompt is used.</source>
        <translation>无。在文本中写入 {{name}}，使用提示词时就会询问。</translation>
    </message>
    <message>
        <source>None: only the defaults count.</source>
        <translation>无：仅默认规则生效。</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation>正常文字大小</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>尚未询问</translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation>不检查</translation>
    </message>
    <message>
        <source>Not begun, because step {stopped_at} did not end well.</source>
        <translation>未开始，因为步骤 {stopped_at} 未顺利结束。</translation>
    </message>
    <message>
        <source>Not begun.</source>
        <translation>未开始。</translation>
    </message>
    <message>
        <source>Not enabled, so not asked: {places}.</source>
        <translation>未启用，因此未询问：{places}。</translation>
    </message>
    <message>
        <source>Not encrypted: the settings, the prompt library, drafts of messages, downloaded models, the log, and files that were exported. The disk may hold remains of the unencrypted history until it uses the place again; only encryption of the whole disk covers those.</source>
        <translation>未加密的有：设置、提示词库、消息草稿、已下载的模型、日志以及已导出的文件。磁盘上可能留有未加密历史的残余，直到该空间被重新使用；只有加密整个磁盘才能覆盖这些。</translation>
    </message>
    <message>
        <source>Not everything about it could be looked up, so it is asked about.</source>
        <translation>相关信息未能全部查到，因此须询问。</translation>
    </message>
    <message>
        <source>Not everything was looked up in time.</source>
        <translation>未能及时查明全部内容。</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>Not reachable ({where}): {problem}</source>
        <translation>无法访问（{where}）：{problem}</translation>
    </message>
    <message>
        <source>Not sent yet: an answer is being written. Esc stops it.</source>
        <translation>尚未发送：正在生成回答。按 Esc 停止。</translation>
    </message>
    <message>
        <source>Not sent yet: the question above waits for your choice. Esc sends nothing.</source>
        <translation>尚未发送：上方的问题等待你的选择。按 Esc 则不发送。</translation>
    </message>
    <message>
        <source>Not sent yet: {name!r} is still being read.</source>
        <translation>尚未发送：仍在读取 {name!r}。</translation>
    </message>
    <message numerus="yes">
        <source>Not sent: the oldest turn</source>
        <comment>Not sent: the {count} oldest turns</comment>
        <translation>
            <numerusform>未发送：最早的 {count} 个轮次</numerusform>
        </translation>
    </message>
    <message>
        <source>Not up to date</source>
        <translation>不是最新</translation>
    </message>
    <message>
        <source>Not used: {problem}</source>
        <translation>未使用：{problem}</translation>
    </message>
    <message>
        <source>Not {state} after {took} and {looks} looks</source>
        <translation>{took} 内查看 {looks} 次后仍未达到 {state}</translation>
    </message>
    <message>
        <source>Not {state} after {took} and {looks} looks, now {now}</source>
        <translation>{took} 内查看 {looks} 次后仍未达到 {state}，现为 {now}</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>Nothing answered on the ports {ports} of this machine. Start the server, then look again.</source>
        <translation>本机端口 {ports} 上没有应答。请启动服务器后重新查找。</translation>
    </message>
    <message>
        <source>Nothing answers at {url}.</source>
        <translation>{url} 没有应答。</translation>
    </message>
    <message>
        <source>Nothing can be launched from the image any more.</source>
        <translation>无法再用该映像启动任何实例。</translation>
    </message>
    <message>
        <source>Nothing could be read from it, and there was no sound backup; a new, empty history was begun.</source>
        <translation>其中没有可读取的内容，也没有完好的备份；已新建空的历史记录。</translation>
    </message>
    <message>
        <source>Nothing could be read from it; a new, empty history was begun.</source>
        <translation>其中没有可读取的内容；已新建空的历史记录。</translation>
    </message>
    <message>
        <source>Nothing fits “{typed}”. Fewer letters find more.</source>
        <translation>没有与“{typed}”匹配的内容。减少字符可找到更多。</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <comment>in a search</comment>
        <translation>未找到</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>未发现问题</translation>
    </message>
    <message>
        <source>Nothing found for “{text}”.</source>
        <translation>未找到“{text}”。</translation>
    </message>
    <message>
        <source>Nothing found for “{text}”. Take a filter away to search further.</source>
        <translation>未找到“{text}”。移除一个筛选条件可扩大搜索范围。</translation>
    </message>
    <message>
        <source>Nothing found for “{text}”. {word} is no filter, so it was searched for as text. Filters are {filters}.</source>
        <translation>未找到“{text}”。{word} 不是筛选条件，因此按文本搜索。可用的筛选条件有 {filters}。</translation>
    </message>
    <message>
        <source>Nothing has been logged yet; it will be written to {file}.</source>
        <translation>尚未记录任何内容；日志将写入 {file}。</translation>
    </message>
    <message>
        <source>Nothing in a picture or a PDF can be hidden. Refused ones are sent to models on this machine only.</source>
        <translation>图片或 PDF 中的内容无法隐藏。被拒绝的只发送给本机上的模型。</translation>
    </message>
    <message>
        <source>Nothing in them was hidden.</source>
        <translation>其中没有隐藏任何内容。</translation>
    </message>
    <message>
        <source>Nothing is going on.

Downloads, loading a model, imports and exports, batches, playbooks and waiting for AWS are listed here while they last, with how far they are and a button that stops them.</source>
        <translation>目前没有进行中的工作。

下载、加载模型、导入和导出、批处理、巡检手册以及等待 AWS 期间，都会在这里列出，并显示进度和停止按钮。</translation>
    </message>
    <message>
        <source>Nothing is put away. Archive a chat with Ctrl+E: it leaves the list and is still found.</source>
        <translation>没有已归档的对话。用 Ctrl+E 归档对话：它会离开列表，但仍可搜索到。</translation>
    </message>
    <message>
        <source>Nothing is sent to find that out.</source>
        <translation>为此不会发送任何内容。</translation>
    </message>
    <message>
        <source>Nothing is set: change a parameter first, then save it as a preset.</source>
        <translation>没有任何设置：请先更改参数，再保存为预设。</translation>
    </message>
    <message>
        <source>Nothing is there in any of {count} places. Asked was {call}.</source>
        <translation>{count} 处均没有内容。询问的是 {call}。</translation>
    </message>
    <message>
        <source>Nothing is there in {account}. Asked was {call}.</source>
        <translation>{account}中没有内容。询问的是 {call}。</translation>
    </message>
    <message>
        <source>Nothing is there in {region} of {account}. Asked was {call}.</source>
        <translation>{account}的 {region} 中没有内容。询问的是 {call}。</translation>
    </message>
    <message>
        <source>Nothing is written.</source>
        <translation>不会写入任何内容。</translation>
    </message>
    <message>
        <source>Nothing leaves this machine.</source>
        <translation>任何内容都不会离开本机。</translation>
    </message>
    <message>
        <source>Nothing left this machine for this answer.</source>
        <translation>此回答没有任何内容离开本机。</translation>
    </message>
    <message>
        <source>Nothing more is known.</source>
        <translation>没有更多信息。</translation>
    </message>
    <message>
        <source>Nothing of that plan was carried out that could be undone.</source>
        <translation>该计划没有执行任何可撤销的内容。</translation>
    </message>
    <message>
        <source>Nothing of the plan was carried out.</source>
        <translation>计划中没有任何内容被执行。</translation>
    </message>
    <message>
        <source>Nothing of this chat would be left.</source>
        <translation>这样对话中将不剩任何内容。</translation>
    </message>
    <message>
        <source>Nothing of this file can be shown here.</source>
        <translation>此文件的内容无法在此显示。</translation>
    </message>
    <message>
        <source>Nothing of {model} was corrected.</source>
        <translation>没有对 {model} 作任何更正。</translation>
    </message>
    <message>
        <source>Nothing runs before you have agreed to it.</source>
        <translation>在你同意之前不会执行任何操作。</translation>
    </message>
    <message>
        <source>Nothing that pictures and PDFs show can be hidden. Of pictures, where and when they were taken is not sent.</source>
        <translation>图片和 PDF 中显示的内容无法隐藏。图片的拍摄地点和时间不会发送。</translation>
    </message>
    <message>
        <source>Nothing was carried out before</source>
        <translation>此前没有执行任何步骤</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>未作任何更改。</translation>
    </message>
    <message>
        <source>Nothing was changed. Check the disk, then try again.</source>
        <translation>未作更改。请检查磁盘后重试。</translation>
    </message>
    <message>
        <source>Nothing was changed; mend {name} and try again.</source>
        <translation>未作更改；请修正 {name} 后重试。</translation>
    </message>
    <message>
        <source>Nothing was changed; paste the key once more.</source>
        <translation>未作更改；请重新粘贴密钥。</translation>
    </message>
    <message>
        <source>Nothing was changed; try again.</source>
        <translation>未作更改；请重试。</translation>
    </message>
    <message>
        <source>Nothing was deleted from this chat that could be put back.</source>
        <translation>此对话中没有可恢复的已删除内容。</translation>
    </message>
    <message>
        <source>Nothing was found</source>
        <translation>没有找到任何内容</translation>
    </message>
    <message>
        <source>Nothing was imported.</source>
        <translation>没有导入任何内容。</translation>
    </message>
    <message>
        <source>Nothing was looked up: reads are set to be asked about.</source>
        <translation>未查看任何内容：读取设为须询问。</translation>
    </message>
    <message>
        <source>Nothing was noted.</source>
        <translation>没有记录。</translation>
    </message>
    <message>
        <source>Nothing was saved.</source>
        <translation>未保存任何内容。</translation>
    </message>
    <message>
        <source>Nothing was sent to AWS.</source>
        <translation>没有向 AWS 发送任何内容。</translation>
    </message>
    <message>
        <source>Nothing was sent. {problem}</source>
        <translation>未发送任何内容。{problem}</translation>
    </message>
    <message>
        <source>Nothing was sent: only AWS itself is trusted to do nothing in a dry run. The parameters fit its model.</source>
        <translation>没有发送任何内容：只相信 AWS 本身在试运行中不会执行任何操作。参数符合其模型。</translation>
    </message>
    <message>
        <source>Nothing was sent: the price of {id} is unknown, so {budget} cannot count it.</source>
        <translation>未发送任何内容：{id} 的价格未知，{budget}无法计入。</translation>
    </message>
    <message>
        <source>Nothing was sent: this operation has no dry run. The parameters fit its model.</source>
        <translation>没有发送任何内容：此操作没有试运行。参数符合其模型。</translation>
    </message>
    <message>
        <source>Nothing was sent: what {id} would read is more than is left of {budget} ({used} are used).</source>
        <translation>未发送任何内容：{id} 要读取的内容超出{budget}的余额（已用 {used}）。</translation>
    </message>
    <message>
        <source>Nothing was sent: {budget} is used up ({used}).</source>
        <translation>未发送任何内容：{budget}已用完（{used}）。</translation>
    </message>
    <message>
        <source>Nothing was sent: {reason}, and there is no model here that could answer.</source>
        <translation>未发送任何内容：{reason}，而这里没有能够回答的模型。</translation>
    </message>
    <message>
        <source>Nothing was sent: {reason}. Let a model on this machine answer it, or ask without keeping it private.</source>
        <translation>未发送任何内容：{reason}。请让本机上的模型回答，或不要求保密地提问。</translation>
    </message>
    <message>
        <source>Nothing.</source>
        <translation>无。</translation>
    </message>
    <message numerus="yes">
        <source>Object, 1 value</source>
        <comment>Object, {count} values</comment>
        <translation>
            <numerusform>对象，{count} 个值</numerusform>
        </translation>
    </message>
    <message>
        <source>Objects are copied into account {account}.</source>
        <translation>对象会复制到账户 {account}。</translation>
    </message>
    <message>
        <source>Of everything in the window; also by Ctrl and plus, minus or 0.</source>
        <translation>作用于窗口中的全部文字；也可用 Ctrl 加 +、- 或 0 调整。</translation>
    </message>
    <message>
        <source>Of its text the first {count} letters were read.</source>
        <translation>已读取其文本的前 {count} 个字符。</translation>
    </message>
    <message>
        <source>Of the window and what it says. Models answer in the language they are asked in.</source>
        <translation>窗口及其文字的语言。模型会用提问所用的语言回答。</translation>
    </message>
    <message>
        <source>Of these for thinking: {tokens} tokens</source>
        <translation>其中用于思考：{tokens} token</translation>
    </message>
    <message>
        <source>Of these reused from the prompt cache: {tokens} tokens</source>
        <translation>其中来自提示词缓存：{tokens} token</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>Offer the tool, or leave the choice.</source>
        <translation>请提供该工具，或不作限定。</translation>
    </message>
    <message>
        <source>Ohio</source>
        <translation>俄亥俄</translation>
    </message>
    <message>
        <source>Old access keys</source>
        <translation>陈旧的访问密钥</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>更早</translation>
    </message>
    <message>
        <source>Older version of the message that has the focus</source>
        <translation>焦点所在消息的上一个版本</translation>
    </message>
    <message>
        <source>Oldest, days</source>
        <translation>最旧天数</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开</translation>
    </message>
    <message>
        <source>On disk. Those that were not used for longest make room.</source>
        <translation>占用的磁盘空间。最久未用的会让出空间。</translation>
    </message>
    <message>
        <source>On the processor only</source>
        <translation>仅用处理器</translation>
    </message>
    <message>
        <source>On this machine</source>
        <translation>在本机</translation>
    </message>
    <message>
        <source>On this machine: nothing leaves it</source>
        <translation>在本机：任何内容都不会离开</translation>
    </message>
    <message>
        <source>Once it is full, Baton asks what to leave out.</source>
        <translation>上下文满了之后，Baton 会询问略去什么。</translation>
    </message>
    <message>
        <source>Once it is full, a summary is sent in place of the oldest turns.</source>
        <translation>上下文满了之后，将以摘要代替最早的轮次发送。</translation>
    </message>
    <message>
        <source>Once it is full, nothing more is sent.</source>
        <translation>上下文满了之后，将不再发送。</translation>
    </message>
    <message>
        <source>Once it is full, the oldest turns are no longer sent.</source>
        <translation>上下文满了之后，最早的轮次将不再发送。</translation>
    </message>
    <message>
        <source>Once the waiting time is over, everything encrypted with the key is lost.</source>
        <translation>等待期结束后，用该密钥加密的所有内容都会丢失。</translation>
    </message>
    <message>
        <source>One DNS zone; what it is asked for is extra.</source>
        <translation>一个 DNS 区域；对它的查询另计。</translation>
    </message>
    <message>
        <source>One a line: names of people, customers, projects. Sent as placeholders too, wherever they stand, whether the switch above is on or not.</source>
        <translation>每行一个：人名、客户名、项目名。无论上面的开关是否打开，它们出现在哪里都以占位符发送。</translation>
    </message>
    <message>
        <source>One a line; \n stands for a line break</source>
        <translation>每行一个；\n 表示换行</translation>
    </message>
    <message>
        <source>One a line; upper and lower case are the same. A line between slashes is a regular expression.</source>
        <translation>每行一个；不区分大小写。两条斜杠之间的行是正则表达式。</translation>
    </message>
    <message>
        <source>One alarm; nothing more if it is there already.</source>
        <translation>一个警报；如果已存在则不另收费。</translation>
    </message>
    <message numerus="yes">
        <source>One answer so far.</source>
        <comment>{count} answers so far.</comment>
        <translation>
            <numerusform>至今 {count} 个回答。</numerusform>
        </translation>
    </message>
    <message>
        <source>One backup of each week, for the last</source>
        <translation>每周保留一份备份，最近</translation>
    </message>
    <message>
        <source>One key; what it is asked for is extra.</source>
        <translation>一个密钥；对它的请求另计。</translation>
    </message>
    <message>
        <source>One line of text</source>
        <translation>单行文本</translation>
    </message>
    <message numerus="yes">
        <source>One name is taken already</source>
        <comment>{count} names are taken already</comment>
        <translation>
            <numerusform>{count} 个名称已被占用</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One program waits for an answer.</source>
        <comment>{count} programs wait for an answer.</comment>
        <translation>
            <numerusform>{count} 个程序正在等待回答。</numerusform>
        </translation>
    </message>
    <message>
        <source>One public IPv4 address.</source>
        <translation>一个公有 IPv4 地址。</translation>
    </message>
    <message>
        <source>One secret; what it is asked for is extra.</source>
        <translation>一个机密；对它的请求另计。</translation>
    </message>
    <message>
        <source>One window for every model, and a sentence turned into an AWS action that is shown, agreed to and recorded. MIT licence. Baton sends nothing home: requests go to the models and accounts you choose.</source>
        <translation>一个窗口，使用所有模型；一句话变成一个 AWS 操作，先展示、再同意、并记录。MIT 许可证。Baton 不会回传任何数据：请求只发往你选择的模型和账户。</translation>
    </message>
    <message>
        <source>Only calls classed as read: they change nothing and disclose no secrets. Everything else always asks.</source>
        <translation>仅限归类为读取的调用：它们不更改任何内容，也不泄露机密。其他调用总会先询问。</translation>
    </message>
    <message>
        <source>Only models on this machine are served: local:NAME.</source>
        <translation>只提供本机上的模型：local:NAME。</translation>
    </message>
    <message>
        <source>Only models that run here, or on your own hosts, are asked.</source>
        <translation>只询问在本机或你自己的主机上运行的模型。</translation>
    </message>
    <message>
        <source>Only the first {count} MB of the answer are kept.</source>
        <translation>只保留应答的前 {count} MB。</translation>
    </message>
    <message>
        <source>Only the first {count} bytes of {name} were read.</source>
        <translation>只读取了 {name} 的前 {count} 字节。</translation>
    </message>
    <message>
        <source>Only the first {count} events of {name} were read.</source>
        <translation>只读取了 {name} 的前 {count} 个事件。</translation>
    </message>
    <message>
        <source>Only the first {count} of {whole} bytes of {name} were read.</source>
        <translation>只读取了 {name} 的 {whole} 字节中的前 {count} 字节。</translation>
    </message>
    <message>
        <source>Only the likeliest words whose chances add up to this are considered. Change this or the temperature, rarely both.</source>
        <translation>只考虑概率之和达到此值的最可能的词。调整此项或温度之一即可，很少需要同时调整。</translation>
    </message>
    <message>
        <source>Only the person says where calls go.</source>
        <translation>只有用户能决定调用去向。</translation>
    </message>
    <message>
        <source>Only this many of the likeliest words are considered; 0 considers all.</source>
        <translation>只考虑这么多个最可能的词；0 表示考虑全部。</translation>
    </message>
    <message>
        <source>Only this message is answered by {model}</source>
        <translation>仅这条消息由 {model} 回答</translation>
    </message>
    <message>
        <source>Only this message is answered by {model}. Click, or Backspace at the text&apos;s beginning, takes that back.</source>
        <translation>仅这条消息由 {model} 回答。点击，或在文本开头按 Backspace 可取消。</translation>
    </message>
    <message>
        <source>Only users and roles can be simulated.</source>
        <translation>只能模拟用户和角色。</translation>
    </message>
    <message>
        <source>Only what matches</source>
        <translation>仅显示匹配项</translation>
    </message>
    <message>
        <source>Only {asked} of {count} target groups were asked for their targets.</source>
        <translation>{count} 个目标组中只查询了 {asked} 个的目标。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open chat {number}</source>
        <translation>打开第 {number} 个对话</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>在浏览器中打开</translation>
    </message>
    <message>
        <source>Open in its program</source>
        <translation>用关联程序打开</translation>
    </message>
    <message>
        <source>Open in the console</source>
        <translation>在控制台中打开</translation>
    </message>
    <message>
        <source>Open one of the first nine chats</source>
        <translation>打开前九个对话之一</translation>
    </message>
    <message>
        <source>Open security groups</source>
        <translation>开放的安全组</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Open the folder in which your own playbooks lie, as YAML files.</source>
        <translation>打开存放你自己的巡检手册（YAML 文件）的文件夹。</translation>
    </message>
    <message>
        <source>Open the history</source>
        <translation>打开历史记录</translation>
    </message>
    <message>
        <source>Open {host} in the browser</source>
        <translation>在浏览器中打开 {host}</translation>
    </message>
    <message>
        <source>Open {name} in the console</source>
        <translation>在控制台中打开 {name}</translation>
    </message>
    <message>
        <source>OpenAI through {host}</source>
        <translation>通过 {host} 的 OpenAI</translation>
    </message>
    <message>
        <source>Opened value</source>
        <translation>打开的值</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>运维</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>整理</translation>
    </message>
    <message>
        <source>Oregon</source>
        <translation>俄勒冈</translation>
    </message>
    <message>
        <source>Osaka</source>
        <translation>大阪</translation>
    </message>
    <message>
        <source>Other programs</source>
        <translation>其他程序</translation>
    </message>
    <message>
        <source>Other programs keep these. Baton uses them where they lie, without copying.</source>
        <translation>这些由其他程序保存。Baton 就地使用，不会复制。</translation>
    </message>
    <message>
        <source>Other programs of this machine can use your local models as if they were OpenAI&apos;s: give them the address and the key. Nothing outside this machine can connect. It ends with this window.</source>
        <translation>本机上的其他程序可以像使用 OpenAI 的模型一样使用你的本地模型：把地址和密钥交给它们即可。本机以外无法连接。关闭此窗口后即停止。</translation>
    </message>
    <message>
        <source>Other programs: address, key, who is asking…</source>
        <translation>其他程序：地址、密钥、谁在请求…</translation>
    </message>
    <message>
        <source>Other regions will not be recorded any more.</source>
        <translation>其他区域不再记录。</translation>
    </message>
    <message>
        <source>Otherwise another model begins with its own defaults. What it does not take is reset in any case.</source>
        <translation>否则换用的模型使用自己的默认值。它不接受的参数总会被重置。</translation>
    </message>
    <message>
        <source>Overview of the branches</source>
        <translation>分支概览</translation>
    </message>
    <message>
        <source>Overview of the branches…</source>
        <translation>分支概览…</translation>
    </message>
    <message>
        <source>PDFs</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Pages to follow</source>
        <translation>获取页数</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Parameters as JSON</source>
        <translation>JSON 格式的参数</translation>
    </message>
    <message>
        <source>Parameters, as the model wrote them</source>
        <translation>参数（由模型所写）</translation>
    </message>
    <message>
        <source>Parameters: {parameters}</source>
        <translation>参数：{parameters}</translation>
    </message>
    <message>
        <source>Paris</source>
        <translation>巴黎</translation>
    </message>
    <message>
        <source>Part {number} of {count} of the model is missing: {name!r}.</source>
        <translation>缺少模型的第 {number} 部分（共 {count} 部分）：{name!r}。</translation>
    </message>
    <message>
        <source>Paste the key</source>
        <translation>粘贴密钥</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Pause the download first.</source>
        <translation>请先暂停下载。</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Paused at {amount}</source>
        <translation>已暂停于 {amount}</translation>
    </message>
    <message>
        <source>Paused at {done}</source>
        <translation>已暂停：{done}</translation>
    </message>
    <message>
        <source>Phrases of up to so many tokens may be repeated freely.</source>
        <translation>不超过这么多 token 的短语可以自由重复。</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Picture: {picture}</source>
        <translation>图片：{picture}</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Pictures (PNG, JPEG, GIF, WebP, BMP, TIFF), PDFs and texts can be attached.</source>
        <translation>可附加图片（PNG、JPEG、GIF、WebP、BMP、TIFF）、PDF 和文本。</translation>
    </message>
    <message>
        <source>Pictures and PDFs are not sent to models elsewhere, by your settings.</source>
        <translation>按照你的设置，图片和 PDF 不会发送给其他地方的模型。</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>置顶</translation>
    </message>
    <message>
        <source>Pin message</source>
        <translation>置顶消息</translation>
    </message>
    <message>
        <source>Pin or unpin the message, so that it is always sent</source>
        <translation>置顶或取消置顶消息，使其始终发送</translation>
    </message>
    <message>
        <source>Pin or unpin this chat</source>
        <translation>置顶或取消置顶此对话</translation>
    </message>
    <message>
        <source>Pin, so that it is always sent</source>
        <translation>置顶，使其始终发送</translation>
    </message>
    <message>
        <source>Ping (ICMP)</source>
        <translation>Ping（ICMP）</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>已置顶</translation>
    </message>
    <message>
        <source>Pinned: always sent. Unpin it</source>
        <translation>已置顶：始终发送。取消置顶</translation>
    </message>
    <message>
        <source>Plan the model that it is laid over.</source>
        <translation>请规划它所叠加的模型。</translation>
    </message>
    <message numerus="yes">
        <source>Plan · 1 step</source>
        <comment>Plan · {count} steps</comment>
        <translation>
            <numerusform>计划 · {count} 个步骤</numerusform>
        </translation>
    </message>
    <message>
        <source>Playbooks</source>
        <translation>巡检手册</translation>
    </message>
    <message>
        <source>Playbooks…</source>
        <translation>巡检手册…</translation>
    </message>
    <message>
        <source>Please type it: this is the moment to read it once more.</source>
        <translation>请手动输入：这是再读一遍的时刻。</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>Policy: what may run in AWS…</source>
        <translation>策略：哪些操作可以在 AWS 中运行…</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Port {port}</source>
        <translation>端口 {port}</translation>
    </message>
    <message>
        <source>Port {port} ({service})</source>
        <translation>端口 {port}（{service}）</translation>
    </message>
    <message>
        <source>Port {port} is in use by another program.</source>
        <translation>端口 {port} 正被其他程序使用。</translation>
    </message>
    <message>
        <source>Port {port} may not be used by this account.</source>
        <translation>此用户无权使用端口 {port}。</translation>
    </message>
    <message>
        <source>Ports {first} to {last}</source>
        <translation>端口 {first} 到 {last}</translation>
    </message>
    <message>
        <source>Ports {first} to {last}, many well-known services among them,</source>
        <translation>端口 {first} 到 {last}（其中包括许多常见服务）</translation>
    </message>
    <message>
        <source>Ports {first} to {last}, {named} among them,</source>
        <translation>端口 {first} 到 {last}（其中包括 {named}）</translation>
    </message>
    <message>
        <source>Precise</source>
        <translation>精确</translation>
    </message>
    <message>
        <source>Prefers words that are about as surprising as expected here; 1 is off.</source>
        <translation>偏好意外程度与此处预期相近的词；1 表示关闭。</translation>
    </message>
    <message>
        <source>Prefers words whose chance is near this; -1 is off.</source>
        <translation>偏好概率接近此值的词；-1 表示关闭。</translation>
    </message>
    <message>
        <source>Presence penalty</source>
        <translation>存在惩罚</translation>
    </message>
    <message>
        <source>Preset for new chats</source>
        <translation>新对话的预设</translation>
    </message>
    <message>
        <source>Preset: {title}</source>
        <translation>预设：{title}</translation>
    </message>
    <message>
        <source>Presets are not kept by this Baton.</source>
        <translation>此 Baton 不保存预设。</translation>
    </message>
    <message>
        <source>Presets of parameters: apply, save, rename, delete…</source>
        <translation>参数预设：应用、保存、重命名、删除…</translation>
    </message>
    <message>
        <source>Presets…</source>
        <translation>预设…</translation>
    </message>
    <message>
        <source>Previous (Shift+Enter)</source>
        <translation>上一个 (Shift+Enter)</translation>
    </message>
    <message>
        <source>Previous 7 days</source>
        <translation>过去 7 天</translation>
    </message>
    <message>
        <source>Previous part of the window</source>
        <translation>窗口的上一部分</translation>
    </message>
    <message>
        <source>Previous turn</source>
        <translation>上一轮次</translation>
    </message>
    <message>
        <source>Print the recovery key</source>
        <translation>打印恢复密钥</translation>
    </message>
    <message>
        <source>Printed.</source>
        <translation>已打印。</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>隐私</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>私密</translation>
    </message>
    <message>
        <source>Profile for Bedrock</source>
        <translation>Bedrock 的配置文件</translation>
    </message>
    <message>
        <source>Profile of your AWS configuration</source>
        <translation>AWS 配置中的配置文件</translation>
    </message>
    <message>
        <source>Profile of your AWS configuration, {region}</source>
        <translation>AWS 配置中的配置文件，{region}</translation>
    </message>
    <message>
        <source>Programs that were given the key before are then refused</source>
        <translation>之前拿到密钥的程序将被拒绝</translation>
    </message>
    <message>
        <source>Prompt library</source>
        <translation>提示词库</translation>
    </message>
    <message>
        <source>Prompt library…</source>
        <translation>提示词库…</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>Prompts (*.json *.md);;All (*)</source>
        <translation>提示词 (*.json *.md);;全部 (*)</translation>
    </message>
    <message>
        <source>Prompts you use again and again stand here, each a text with blanks to fill in.</source>
        <translation>这里存放经常使用的提示词，每个都是带有待填空白的文本。</translation>
    </message>
    <message>
        <source>Propose it as a plan.</source>
        <translation>请作为计划提出。</translation>
    </message>
    <message>
        <source>Propose the call that restores what was there.</source>
        <translation>请提出能恢复原状的调用。</translation>
    </message>
    <message>
        <source>Proposed a plan</source>
        <translation>提议了计划</translation>
    </message>
    <message>
        <source>Proposed a plan of {count} steps</source>
        <translation>提议了包含 {count} 个步骤的计划</translation>
    </message>
    <message>
        <source>Proposed by {model} (a model). Check every value: they are its own.</source>
        <translation>由 {model}（模型）提出。请检查每个值：它们都出自模型。</translation>
    </message>
    <message>
        <source>Proposed {operation}</source>
        <translation>提议了 {operation}</translation>
    </message>
    <message>
        <source>Proposed {operation} with {parameters}</source>
        <translation>提议了 {operation}，参数为 {parameters}</translation>
    </message>
    <message>
        <source>Protected by its tag {protected}</source>
        <translation>受标签 {protected} 保护</translation>
    </message>
    <message>
        <source>Protected, so that changes want a typed name: {tags}.</source>
        <translation>受保护，更改时需要输入名称：{tags}。</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>协议</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>Public buckets</source>
        <translation>公开的存储桶</translation>
    </message>
    <message>
        <source>Put all parts into one folder, or download the model again.</source>
        <translation>请把所有部分放在同一个文件夹，或重新下载该模型。</translation>
    </message>
    <message>
        <source>Put back what was deleted last in this chat</source>
        <translation>恢复此对话中最后删除的内容</translation>
    </message>
    <message>
        <source>Put back {what} as before</source>
        <translation>恢复原样：{what}</translation>
    </message>
    <message>
        <source>Put it back into the window</source>
        <translation>放回窗口</translation>
    </message>
    <message>
        <source>Put it differently.</source>
        <translation>请换一种说法。</translation>
    </message>
    <message>
        <source>Put right: {parts}</source>
        <translation>已更正：{parts}</translation>
    </message>
    <message numerus="yes">
        <source>Put right: {parts} And 1 more.</source>
        <comment>Put right: {parts} And {count} more.</comment>
        <translation>
            <numerusform>已更正：{parts} 另有 {count} 项。</numerusform>
        </translation>
    </message>
    <message>
        <source>Put the account&apos;s alias back</source>
        <translation>恢复账户的别名</translation>
    </message>
    <message>
        <source>Put the address back where it was</source>
        <translation>将地址放回原处</translation>
    </message>
    <message>
        <source>Put the alarm back as before</source>
        <translation>将警报恢复原样</translation>
    </message>
    <message>
        <source>Put the description back</source>
        <translation>恢复描述</translation>
    </message>
    <message>
        <source>Put the filter back as before</source>
        <translation>将筛选器恢复原样</translation>
    </message>
    <message>
        <source>Put the final address of the service in Settings &gt; Endpoints.</source>
        <translation>请在“设置 &gt; 端点”中填写服务的最终地址。</translation>
    </message>
    <message>
        <source>Put the history and its backups in the clear?</source>
        <translation>将历史记录及其备份改为明文保存？</translation>
    </message>
    <message>
        <source>Put the records back as before</source>
        <translation>将记录恢复原样</translation>
    </message>
    <message>
        <source>Put the role into the profile again</source>
        <translation>将角色重新加入配置文件</translation>
    </message>
    <message>
        <source>Put the rule back as before</source>
        <translation>将规则恢复原样</translation>
    </message>
    <message>
        <source>Put the rule&apos;s targets back as before</source>
        <translation>将规则的目标恢复原样</translation>
    </message>
    <message>
        <source>Put the tags back as before</source>
        <translation>将标签恢复原样</translation>
    </message>
    <message>
        <source>Put the trust policy back as before</source>
        <translation>将信任策略恢复原样</translation>
    </message>
    <message>
        <source>Put the user into the group again</source>
        <translation>将用户重新加入组</translation>
    </message>
    <message>
        <source>Put user and password into HTTPS_PROXY.</source>
        <translation>请在 HTTPS_PROXY 中填写用户名和密码。</translation>
    </message>
    <message>
        <source>Put what it refers to under &apos;$defs&apos; and refer to &apos;#/$defs/…&apos;.</source>
        <translation>请把被引用的内容放到 &apos;$defs&apos; 下，并引用 &apos;#/$defs/…&apos;。</translation>
    </message>
    <message>
        <source>Put your resource&apos;s name into the address, and name your deployments: they are the model names.</source>
        <translation>请把资源名称填入地址，并列出部署名称：它们就是模型名称。</translation>
    </message>
    <message>
        <source>Queries cannot be answered here.</source>
        <translation>这里无法执行查询。</translation>
    </message>
    <message>
        <source>Query the result</source>
        <translation>查询结果</translation>
    </message>
    <message>
        <source>Quit Baton</source>
        <translation>退出 Baton</translation>
    </message>
    <message>
        <source>Quote in your message</source>
        <translation>在消息中引用</translation>
    </message>
    <message>
        <source>Quote what is selected, or the whole message</source>
        <translation>引用所选内容，或整条消息</translation>
    </message>
    <message>
        <source>RDS instances whose storage is not encrypted at rest.</source>
        <translation>存储未加密的 RDS 实例。</translation>
    </message>
    <message>
        <source>Raise &apos;Memory for models&apos; in the settings, or choose a smaller model or context.</source>
        <translation>请在设置中调高“模型可用内存”，或选择更小的模型或上下文。</translation>
    </message>
    <message>
        <source>Raise it in Settings &gt; Budgets, or go on tomorrow, when it begins anew.</source>
        <translation>请在“设置 &gt; 预算”中提高，或等明天重新计算后继续。</translation>
    </message>
    <message>
        <source>Raise it in Settings &gt; Budgets; it begins anew on {day}.</source>
        <translation>请在“设置 &gt; 预算”中提高；它将于 {day} 重新开始计算。</translation>
    </message>
    <message>
        <source>Raise it in the dock under Budget, or go on in a new chat.</source>
        <translation>请在面板的“预算”中提高，或在新对话中继续。</translation>
    </message>
    <message>
        <source>Raise it in the model dock.</source>
        <translation>请在模型面板中调高。</translation>
    </message>
    <message>
        <source>Raise the context in Settings &gt; Local models, or choose a model with more, or chat without AWS.</source>
        <translation>请在“设置 &gt; 本地模型”中增大上下文、选择上下文更大的模型，或不使用 AWS 对话。</translation>
    </message>
    <message numerus="yes">
        <source>Reachable ({where}); 1 model is listed.</source>
        <comment>Reachable ({where}); {count} models are listed.</comment>
        <translation>
            <numerusform>可访问（{where}）；列出了 {count} 个模型。</numerusform>
        </translation>
    </message>
    <message>
        <source>Reachable from the internet</source>
        <translation>可从互联网访问</translation>
    </message>
    <message>
        <source>Reached after {took}: {state}</source>
        <translation>{took} 后达到：{state}</translation>
    </message>
    <message>
        <source>Read</source>
        <comment>of tokens</comment>
        <translation>读取</translation>
    </message>
    <message>
        <source>Read about {operation}</source>
        <translation>查阅了 {operation}</translation>
    </message>
    <message>
        <source>Read as {encoding}.</source>
        <translation>按 {encoding} 读取。</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>Read only: every call that is not a read is denied.</source>
        <translation>只读：拒绝所有非读取调用。</translation>
    </message>
    <message>
        <source>Read: {tokens} tokens</source>
        <translation>读取：{tokens} token</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>Reading from the cache</source>
        <translation>从缓存读取</translation>
    </message>
    <message>
        <source>Reading it through …</source>
        <translation>正在通读…</translation>
    </message>
    <message>
        <source>Reading its text took too long: only models that read PDFs themselves see what is in it.</source>
        <translation>读取其文本耗时过长：只有能自行读取 PDF 的模型才能看到内容。</translation>
    </message>
    <message>
        <source>Reading the conversation</source>
        <translation>正在读取对话</translation>
    </message>
    <message>
        <source>Reading the copy through …</source>
        <translation>正在通读副本…</translation>
    </message>
    <message>
        <source>Reading the history…</source>
        <translation>正在读取历史记录…</translation>
    </message>
    <message>
        <source>Reading the rules for secrets…</source>
        <translation>正在读取机密规则…</translation>
    </message>
    <message>
        <source>Reading: {done} of {known}, {found} found</source>
        <translation>正在读取：{done} / {known}，发现 {found} 项</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Reads every page of its file</source>
        <translation>读取其文件的每一页</translation>
    </message>
    <message numerus="yes">
        <source>Really change {count} resource?</source>
        <comment>Really change {count} resources?</comment>
        <translation>
            <numerusform>确定要更改 {count} 个资源吗？</numerusform>
        </translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>思考过程</translation>
    </message>
    <message>
        <source>Receiving hides messages from other readers, counts a delivery and can move them to the dead-letter queue.</source>
        <translation>接收会使其他读取者看不到消息，计为一次投递，并可能把消息移入死信队列。</translation>
    </message>
    <message>
        <source>Recovered messages</source>
        <translation>已恢复的消息</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>恢复密钥</translation>
    </message>
    <message>
        <source>Recovery key of an encrypted Baton history</source>
        <translation>已加密 Baton 历史记录的恢复密钥</translation>
    </message>
    <message>
        <source>Recovery key, 14 groups of four</source>
        <translation>恢复密钥，14 组，每组四个字符</translation>
    </message>
    <message>
        <source>Recovery key: {key}</source>
        <translation>恢复密钥：{key}</translation>
    </message>
    <message>
        <source>Recovery key…</source>
        <translation>恢复密钥…</translation>
    </message>
    <message>
        <source>Refuse every call that is not classed as read.</source>
        <translation>拒绝所有未归类为读取的调用。</translation>
    </message>
    <message>
        <source>Refuse pictures and PDFs for cloud models</source>
        <translation>拒绝向云端模型发送图片和 PDF</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Region for Bedrock</source>
        <translation>Bedrock 的区域</translation>
    </message>
    <message>
        <source>Region for new chats</source>
        <translation>新对话的区域</translation>
    </message>
    <message>
        <source>Register the targets again</source>
        <translation>重新注册目标</translation>
    </message>
    <message>
        <source>Release the address</source>
        <translation>释放地址</translation>
    </message>
    <message>
        <source>Remember for this chat</source>
        <translation>在此对话中记住</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove &apos;minProperties&apos; and &apos;maxProperties&apos; from the schema, or choose another model.</source>
        <translation>请从 schema 中移除 &apos;minProperties&apos; 和 &apos;maxProperties&apos;，或选择其他模型。</translation>
    </message>
    <message>
        <source>Remove &apos;uniqueItems&apos;, or list the items with &apos;enum&apos;.</source>
        <translation>请移除 &apos;uniqueItems&apos;，或用 &apos;enum&apos; 列出元素。</translation>
    </message>
    <message>
        <source>Remove it from the model.</source>
        <translation>请从模型中移除它。</translation>
    </message>
    <message>
        <source>Remove the file that has the focus from the message</source>
        <translation>从消息中移除焦点所在的文件</translation>
    </message>
    <message>
        <source>Remove the filter {filter}</source>
        <translation>移除筛选条件 {filter}</translation>
    </message>
    <message>
        <source>Remove the folder, keep its chats</source>
        <translation>移除文件夹，保留其中的对话</translation>
    </message>
    <message>
        <source>Remove the key for {name}</source>
        <translation>移除 {name} 的密钥</translation>
    </message>
    <message>
        <source>Remove {keyword!r} from the schema, or choose a cloud model.</source>
        <translation>请从 schema 中移除 {keyword!r}，或选择云端模型。</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>移除 {name}</translation>
    </message>
    <message>
        <source>Remove {name} (Del)</source>
        <translation>移除 {name}（Del）</translation>
    </message>
    <message>
        <source>Remove {what}: there was none before</source>
        <translation>移除之前没有的内容：{what}</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Rename or delete…</source>
        <translation>重命名或删除…</translation>
    </message>
    <message>
        <source>Rename the file.</source>
        <translation>请重命名文件。</translation>
    </message>
    <message>
        <source>Rename this chat</source>
        <translation>重命名此对话</translation>
    </message>
    <message>
        <source>Renew its credentials, or choose another account.</source>
        <translation>请更新其凭证，或选择其他账户。</translation>
    </message>
    <message>
        <source>Renew its keys: aws configure --profile {profile}</source>
        <translation>请更新其密钥：aws configure --profile {profile}</translation>
    </message>
    <message>
        <source>Renew the certificate</source>
        <translation>续期证书</translation>
    </message>
    <message>
        <source>Renewed by itself</source>
        <translation>自动续期</translation>
    </message>
    <message>
        <source>Repeat penalty</source>
        <translation>重复惩罚</translation>
    </message>
    <message>
        <source>Repetition</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Replace for {name}</source>
        <translation>替换 {name} 的密钥</translation>
    </message>
    <message>
        <source>Replaces the system prompt of this chat with one of the library</source>
        <translation>用库中的提示词替换此对话的系统提示词</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>报告问题</translation>
    </message>
    <message>
        <source>Report a problem…</source>
        <translation>报告问题…</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Requests at once to one provider</source>
        <translation>对同一提供商的同时请求数</translation>
    </message>
    <message>
        <source>Reset Thinking in the model dock, or drop the schema.</source>
        <translation>请在模型面板中重置“思考”，或去掉 schema。</translation>
    </message>
    <message>
        <source>Reset Thinking in the model dock, or leave the choice of a tool to the model.</source>
        <translation>请在模型面板中重置“思考”，或让模型自行选择工具。</translation>
    </message>
    <message>
        <source>Reset Thinking in the model dock.</source>
        <translation>请在模型面板中重置“思考”。</translation>
    </message>
    <message>
        <source>Reset Thinking or that parameter in the model dock.</source>
        <translation>请在模型面板中重置“思考”或该参数。</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>全部重置</translation>
    </message>
    <message>
        <source>Reset all parameters</source>
        <translation>重置所有参数</translation>
    </message>
    <message>
        <source>Reset it in the model dock, or choose another model.</source>
        <translation>请在模型面板中重置，或选择其他模型。</translation>
    </message>
    <message>
        <source>Reset it in the model dock.</source>
        <translation>请在模型面板中重置。</translation>
    </message>
    <message>
        <source>Reset one of them in the model dock.</source>
        <translation>请在模型面板中重置其中之一。</translation>
    </message>
    <message>
        <source>Reset the parameters in the model dock, or write the schema flatter.</source>
        <translation>请在模型面板中重置参数，或把 schema 写得更扁平。</translation>
    </message>
    <message>
        <source>Reset {title}</source>
        <translation>重置{title}</translation>
    </message>
    <message>
        <source>Resolvers keep what they have until its time to live is over.</source>
        <translation>解析器会保留已有结果，直到其生存时间结束。</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>资源</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>资源</translation>
    </message>
    <message>
        <source>Resources of this type say who may do what.</source>
        <translation>这类资源规定谁有哪些权限。</translation>
    </message>
    <message>
        <source>Resources that the tagging service knows and that carry no tag at all any more.</source>
        <translation>标签服务已知、但已没有任何标签的资源。</translation>
    </message>
    <message>
        <source>Responses, OpenAI&apos;s newer one</source>
        <translation>Responses，OpenAI 较新的接口</translation>
    </message>
    <message>
        <source>Restart Baton, then give it again.</source>
        <translation>请重新启动 Baton，然后重新授予。</translation>
    </message>
    <message>
        <source>Restart Baton: it mends the file, or keeps it aside and saves what can be read.</source>
        <translation>请重新启动 Baton：它会修复文件，或将其另存并挽救可读取的内容。</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Restore the secret</source>
        <translation>恢复机密</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Result as JSON</source>
        <translation>JSON 格式的结果</translation>
    </message>
    <message>
        <source>Result as a tree</source>
        <translation>树形显示的结果</translation>
    </message>
    <message>
        <source>Result of {tool}:</source>
        <translation>{tool} 的结果：</translation>
    </message>
    <message numerus="yes">
        <source>Revoke the new rule</source>
        <comment>Revoke the {count} new rules</comment>
        <translation>
            <numerusform>撤销 {count} 条新规则</numerusform>
        </translation>
    </message>
    <message>
        <source>Revoke the rule</source>
        <translation>撤销该规则</translation>
    </message>
    <message>
        <source>Risk of an action</source>
        <translation>操作风险</translation>
    </message>
    <message>
        <source>Risk: {risk}</source>
        <translation>风险：{risk}</translation>
    </message>
    <message>
        <source>Risk: {value}</source>
        <translation>风险：{value}</translation>
    </message>
    <message>
        <source>Role: {value}</source>
        <translation>角色：{value}</translation>
    </message>
    <message>
        <source>Room for kept answers</source>
        <translation>保留回答的空间</translation>
    </message>
    <message>
        <source>Routing</source>
        <translation>路由</translation>
    </message>
    <message>
        <source>Row {number}</source>
        <translation>第 {number} 行</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Rules by the account&apos;s number or alias were passed over: {error}</source>
        <translation>已跳过按账户编号或别名的规则：{error}</translation>
    </message>
    <message>
        <source>Rules that let the whole internet in on anything but HTTP and HTTPS.</source>
        <translation>允许整个互联网访问 HTTP 和 HTTPS 以外端口的规则。</translation>
    </message>
    <message>
        <source>Rules, of which none counts until that is mended</source>
        <translation>规则（修复之前均不生效）</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Run a file of prompts</source>
        <translation>运行提示词文件</translation>
    </message>
    <message>
        <source>Run a file of prompts…</source>
        <translation>运行提示词文件…</translation>
    </message>
    <message>
        <source>Run aws configure sso or aws configure, or choose another account.</source>
        <translation>请运行 aws configure sso 或 aws configure，或选择其他账户。</translation>
    </message>
    <message>
        <source>Run aws configure, or choose another account.</source>
        <translation>请运行 aws configure，或选择其他账户。</translation>
    </message>
    <message>
        <source>Run it again</source>
        <translation>再次运行</translation>
    </message>
    <message>
        <source>Run reads without asking</source>
        <translation>读取操作无需询问</translation>
    </message>
    <message numerus="yes">
        <source>Run {count} step</source>
        <comment>Run {count} steps</comment>
        <translation>
            <numerusform>运行 {count} 个步骤</numerusform>
        </translation>
    </message>
    <message>
        <source>Running instances whose processor was busy less than 5 % of the time, in every day of the last two weeks.</source>
        <translation>最近两周内每天处理器忙碌时间均不足 5% 的运行中实例。</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Runs on {device}, {count} threads, {layers}</source>
        <translation>运行于 {device}，{count} 个线程，{layers}</translation>
    </message>
    <message>
        <source>Said once, when a budget is used up to this.</source>
        <translation>预算用到此比例时提醒一次。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save again to write over that, or cancel to keep it.</source>
        <translation>再次保存将覆盖它，取消则保留它。</translation>
    </message>
    <message>
        <source>Save as a preset</source>
        <translation>另存为预设</translation>
    </message>
    <message>
        <source>Save as a preset…</source>
        <translation>保存为预设…</translation>
    </message>
    <message>
        <source>Save as {form}…</source>
        <translation>另存为 {form}…</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Save code…</source>
        <translation>保存代码…</translation>
    </message>
    <message>
        <source>Save it anew, or attach another one.</source>
        <translation>请重新保存，或附加其他文件。</translation>
    </message>
    <message>
        <source>Save it as PDF or as text.</source>
        <translation>请另存为 PDF 或文本。</translation>
    </message>
    <message>
        <source>Save it as a file, and attach that.</source>
        <translation>请保存为文件，再附加该文件。</translation>
    </message>
    <message>
        <source>Save it with at most {count} million pixels.</source>
        <translation>请以最多 {count} 百万像素保存。</translation>
    </message>
    <message>
        <source>Save it without one, then attach it.</source>
        <translation>请另存为无密码的文件后附加。</translation>
    </message>
    <message>
        <source>Save one of your own beside it.</source>
        <translation>请另存一个你自己的。</translation>
    </message>
    <message>
        <source>Save or print it anew as PDF, then attach it.</source>
        <translation>请重新保存或打印为 PDF 后附加。</translation>
    </message>
    <message>
        <source>Save over it</source>
        <translation>覆盖保存</translation>
    </message>
    <message>
        <source>Save the JSON…</source>
        <translation>保存 JSON…</translation>
    </message>
    <message>
        <source>Save the findings</source>
        <translation>保存发现项</translation>
    </message>
    <message>
        <source>Save the picture anew as PNG or JPEG, or choose a model on this machine.</source>
        <translation>请将图片另存为 PNG 或 JPEG，或选择本机上的模型。</translation>
    </message>
    <message>
        <source>Save the recovery key</source>
        <translation>保存恢复密钥</translation>
    </message>
    <message>
        <source>Save the recovery key to a file</source>
        <translation>将恢复密钥保存到文件</translation>
    </message>
    <message>
        <source>Save the result…</source>
        <translation>保存结果…</translation>
    </message>
    <message>
        <source>Save to a file…</source>
        <translation>保存到文件…</translation>
    </message>
    <message>
        <source>Saved as {file}. Move it away from this computer.</source>
        <translation>已保存为 {file}。请将其移离这台计算机。</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>已保存为 {name}。</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Says</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Scale of {name}</source>
        <translation>{name} 的强度</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search Hugging Face</source>
        <translation>搜索 Hugging Face</translation>
    </message>
    <message>
        <source>Search all chats</source>
        <translation>搜索所有对话</translation>
    </message>
    <message>
        <source>Search for other words.</source>
        <translation>请换其他词搜索。</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>搜索设置</translation>
    </message>
    <message>
        <source>Search the answer</source>
        <translation>在回答中搜索</translation>
    </message>
    <message>
        <source>Search without filters</source>
        <translation>不使用筛选条件搜索</translation>
    </message>
    <message>
        <source>Searching …</source>
        <translation>正在搜索…</translation>
    </message>
    <message>
        <source>Seconds for one request.</source>
        <translation>单个请求的秒数。</translation>
    </message>
    <message>
        <source>Seconds from the question to the first word of thinking or answer. Signs of life that say nothing do not count. Models on this machine may take as long as they need.</source>
        <translation>从提问到思考或回答的首个词的秒数。没有内容的存活信号不算。本机上的模型不受限制。</translation>
    </message>
    <message>
        <source>Seconds until a model&apos;s service must have taken the connection.</source>
        <translation>模型服务必须在多少秒内接受连接。</translation>
    </message>
    <message>
        <source>Seconds without any more of an answer that has begun before it is given up.</source>
        <translation>已开始的回答在多少秒内没有新内容就放弃。</translation>
    </message>
    <message>
        <source>Secrets in this call&apos;s parameters were not kept, so it cannot go on.</source>
        <translation>此调用参数中的机密未被保存，因此无法继续。</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>安全</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation>发送（Enter）</translation>
    </message>
    <message>
        <source>Send as a new version (Enter)</source>
        <translation>作为新版本发送（Enter）</translation>
    </message>
    <message>
        <source>Send it again.</source>
        <translation>请重新发送。</translation>
    </message>
    <message>
        <source>Send less at once.</source>
        <translation>请减少一次发送的内容。</translation>
    </message>
    <message>
        <source>Send nothing while a budget is set</source>
        <translation>设有预算时不发送</translation>
    </message>
    <message>
        <source>Send nothing; the message stays (Esc)</source>
        <translation>不发送；消息保留（Esc）</translation>
    </message>
    <message>
        <source>Send texts that are not empty.</source>
        <translation>请发送非空的文本。</translation>
    </message>
    <message>
        <source>Send the message</source>
        <translation>发送消息</translation>
    </message>
    <message>
        <source>Send the message again.</source>
        <translation>请重新发送消息。</translation>
    </message>
    <message>
        <source>Send the message again; the model is loaded afresh.</source>
        <translation>请重新发送消息；模型会重新加载。</translation>
    </message>
    <message>
        <source>Send, and say that it is not counted</source>
        <translation>发送，并说明未计入预算</translation>
    </message>
    <message>
        <source>Sending costs about {cost} to read, less where the provider has it cached.</source>
        <translation>发送的读取费用约 {cost}，提供商已缓存的部分更便宜。</translation>
    </message>
    <message>
        <source>Sends this as a message</source>
        <translation>将其作为消息发送</translation>
    </message>
    <message>
        <source>Sent in this chat only, instead of the general one.</source>
        <translation>仅在此对话中发送，代替通用提示词。</translation>
    </message>
    <message>
        <source>Sent in this chat only.</source>
        <translation>仅在此对话中发送。</translation>
    </message>
    <message>
        <source>Seoul</source>
        <translation>首尔</translation>
    </message>
    <message>
        <source>Serve local models to other programs</source>
        <translation>向其他程序提供本地模型</translation>
    </message>
    <message>
        <source>Servers whose address Baton knows</source>
        <translation>Baton 已知地址的服务器</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Service: {value}</source>
        <translation>服务：{value}</translation>
    </message>
    <message>
        <source>Serving</source>
        <translation>服务中</translation>
    </message>
    <message>
        <source>Serving {count}</source>
        <translation>服务中：{count}</translation>
    </message>
    <message>
        <source>Set HF_ENDPOINT to an https address, or unset it.</source>
        <translation>请将 HF_ENDPOINT 设为 https 地址，或取消设置。</translation>
    </message>
    <message>
        <source>Set a key (baton keys set PROVIDER, or Settings &gt; Keys), or get a local model (Settings &gt; Model files).</source>
        <translation>请设置密钥（baton keys set PROVIDER，或“设置 &gt; 密钥”），或获取本地模型（“设置 &gt; 模型文件”）。</translation>
    </message>
    <message>
        <source>Set fresh credentials in the environment and start Baton again.</source>
        <translation>请在环境中设置新的凭证，然后重新启动 Baton。</translation>
    </message>
    <message>
        <source>Set its price, choose another model, or allow it in Settings &gt; Budgets.</source>
        <translation>请设置其价格、另选模型，或在“设置 &gt; 预算”中允许。</translation>
    </message>
    <message>
        <source>Set one up with aws configure sso, or choose one in Settings &gt; AWS.</source>
        <translation>请用 aws configure sso 设置一个，或在“设置 &gt; AWS”中选择一个。</translation>
    </message>
    <message>
        <source>Set one: baton keys set {provider}, or Settings &gt; Keys.</source>
        <translation>请设置密钥：baton keys set {provider}，或“设置 &gt; 密钥”。</translation>
    </message>
    <message>
        <source>Set the VPC back as before</source>
        <translation>将 VPC 恢复原样</translation>
    </message>
    <message>
        <source>Set the clock (most systems do it over the network), then try again.</source>
        <translation>请校准时钟（多数系统通过网络自动校准），然后重试。</translation>
    </message>
    <message>
        <source>Set the cluster back as before</source>
        <translation>将集群恢复原样</translation>
    </message>
    <message>
        <source>Set the database back as before</source>
        <translation>将数据库恢复原样</translation>
    </message>
    <message>
        <source>Set the group back as before</source>
        <translation>将组恢复原样</translation>
    </message>
    <message>
        <source>Set the group&apos;s capacity back</source>
        <translation>恢复组的容量</translation>
    </message>
    <message>
        <source>Set the group&apos;s processes back as before</source>
        <translation>将组的进程恢复原样</translation>
    </message>
    <message>
        <source>Set the instance back as before</source>
        <translation>将实例恢复原样</translation>
    </message>
    <message>
        <source>Set the key again: baton keys set {provider}, or Settings &gt; Keys.</source>
        <translation>请重新设置密钥：baton keys set {provider}，或“设置 &gt; 密钥”。</translation>
    </message>
    <message>
        <source>Set the metadata options back as before</source>
        <translation>将元数据选项恢复原样</translation>
    </message>
    <message>
        <source>Set the node group back as before</source>
        <translation>将节点组恢复原样</translation>
    </message>
    <message>
        <source>Set the queue back as before</source>
        <translation>将队列恢复原样</translation>
    </message>
    <message>
        <source>Set the role back as before</source>
        <translation>将角色恢复原样</translation>
    </message>
    <message>
        <source>Set the service back as before</source>
        <translation>将服务恢复原样</translation>
    </message>
    <message>
        <source>Set the stack&apos;s protection back as before</source>
        <translation>将堆栈的保护恢复原样</translation>
    </message>
    <message>
        <source>Set the subnet back as before</source>
        <translation>将子网恢复原样</translation>
    </message>
    <message>
        <source>Set the table back as before</source>
        <translation>将表恢复原样</translation>
    </message>
    <message>
        <source>Set the time to live back as before</source>
        <translation>将生存时间恢复原样</translation>
    </message>
    <message>
        <source>Set the topic back as before</source>
        <translation>将主题恢复原样</translation>
    </message>
    <message>
        <source>Set the volume back as before</source>
        <translation>将卷恢复原样</translation>
    </message>
    <message>
        <source>Set {title} back to the default</source>
        <translation>将“{title}”恢复为默认值</translation>
    </message>
    <message>
        <source>Set {what} back as before</source>
        <translation>恢复原样：{what}</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Settings &gt; AWS names it as the account for new chats; choose another there.</source>
        <translation>“设置 &gt; AWS”将其设为新对话的账户；请在那里另选。</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Several accounts or regions cannot be asked at once here.</source>
        <translation>此处不能同时询问多个账户或区域。</translation>
    </message>
    <message>
        <source>Several conversations begin with {conversation_id}.</source>
        <translation>有多个对话以 {conversation_id} 开头。</translation>
    </message>
    <message>
        <source>Several lines of text</source>
        <translation>多行文本</translation>
    </message>
    <message>
        <source>Several: their numbers with commas.</source>
        <translation>可选多个：用逗号分隔编号。</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <source>Shorten it, or choose a model with more context.</source>
        <translation>请缩短消息，或选择上下文更大的模型。</translation>
    </message>
    <message>
        <source>Shorten it, or raise the context in Settings &gt; Local models, or choose a model with more.</source>
        <translation>请缩短消息、在“设置 &gt; 本地模型”中增大上下文，或选择上下文更大的模型。</translation>
    </message>
    <message>
        <source>Shorten it, or raise the context in Settings &gt; Local models.</source>
        <translation>请缩短它，或在“设置 &gt; 本地模型”中增大上下文。</translation>
    </message>
    <message>
        <source>Shorten it.</source>
        <translation>请缩短。</translation>
    </message>
    <message>
        <source>Shorten the message, or choose a model with more context.</source>
        <translation>请缩短消息，或选择上下文更大的模型。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Show all columns</source>
        <translation>显示所有列</translation>
    </message>
    <message>
        <source>Show all entries</source>
        <translation>显示所有条目</translation>
    </message>
    <message>
        <source>Show all playbooks</source>
        <translation>显示所有巡检手册</translation>
    </message>
    <message>
        <source>Show all prompts</source>
        <translation>显示所有提示词</translation>
    </message>
    <message>
        <source>Show as JSON</source>
        <translation>显示为 JSON</translation>
    </message>
    <message>
        <source>Show as a chart</source>
        <translation>显示为图表</translation>
    </message>
    <message>
        <source>Show as a tree</source>
        <translation>显示为树</translation>
    </message>
    <message>
        <source>Show as: {form}</source>
        <translation>显示为：{form}</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>显示日志</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>显示更多</translation>
    </message>
    <message>
        <source>Show or hide the list of chats</source>
        <translation>显示或隐藏对话列表</translation>
    </message>
    <message>
        <source>Show or hide the model dock</source>
        <translation>显示或隐藏模型面板</translation>
    </message>
    <message>
        <source>Show the list of chats</source>
        <translation>显示对话列表</translation>
    </message>
    <message>
        <source>Show the newer version</source>
        <translation>显示较新的版本</translation>
    </message>
    <message>
        <source>Show the older version</source>
        <translation>显示较早的版本</translation>
    </message>
    <message>
        <source>Show the recovery key of the history</source>
        <translation>显示历史记录的恢复密钥</translation>
    </message>
    <message>
        <source>Show the recovery key that is typed</source>
        <translation>显示输入的恢复密钥</translation>
    </message>
    <message>
        <source>Show the rule</source>
        <translation>显示规则</translation>
    </message>
    <message>
        <source>Show what this takes back</source>
        <translation>显示它撤销的操作</translation>
    </message>
    <message>
        <source>Show what took it back</source>
        <translation>显示撤销它的操作</translation>
    </message>
    <message>
        <source>Show what was hidden (on this screen only)</source>
        <translation>显示被隐藏的内容（仅在此屏幕上）</translation>
    </message>
    <message>
        <source>Shows only what comes from now on; the files stay as they are</source>
        <translation>只显示此后的内容；文件保持不变</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Sign in again for a new one.</source>
        <translation>请重新登录以获取新的验证码。</translation>
    </message>
    <message>
        <source>Sign in again to what its credential_process asks.</source>
        <translation>请重新登录其 credential_process 所询问的系统。</translation>
    </message>
    <message>
        <source>Sign in again.</source>
        <translation>请重新登录。</translation>
    </message>
    <message>
        <source>Sign in again: aws login --profile {profile}</source>
        <translation>请重新登录：aws login --profile {profile}</translation>
    </message>
    <message>
        <source>Sign in again: baton aws login {profile}</source>
        <translation>请重新登录：baton aws login {profile}</translation>
    </message>
    <message>
        <source>Sign in to AWS</source>
        <translation>登录 AWS</translation>
    </message>
    <message>
        <source>Sign in to it in Baton, where you can be asked for it.</source>
        <translation>请在 Baton 中可以询问验证码的地方登录。</translation>
    </message>
    <message>
        <source>Sign in to the AWS account of this chat</source>
        <translation>登录此对话的 AWS 账户</translation>
    </message>
    <message>
        <source>Sign in to {account}…</source>
        <translation>登录 {account}…</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>登录…</translation>
    </message>
    <message>
        <source>Signing in to {account} did not work.</source>
        <translation>登录 {account} 失败。</translation>
    </message>
    <message>
        <source>Signing in to {account}. AWS is asked for a code …</source>
        <translation>正在登录 {account}。正在向 AWS 请求代码…</translation>
    </message>
    <message>
        <source>Simulated: probably denied.</source>
        <translation>模拟结果：可能被拒绝。</translation>
    </message>
    <message>
        <source>Simulated: probably denied: {actions}.</source>
        <translation>模拟结果：可能被拒绝：{actions}。</translation>
    </message>
    <message>
        <source>Simulated: you may. {note}</source>
        <translation>模拟结果：允许。{note}</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Singapore</source>
        <translation>新加坡</translation>
    </message>
    <message>
        <source>Single words</source>
        <translation>单个词</translation>
    </message>
    <message>
        <source>Six digits that the device shows</source>
        <translation>设备显示的六位数字</translation>
    </message>
    <message>
        <source>Size GiB</source>
        <translation>大小 GiB</translation>
    </message>
    <message>
        <source>Skip it</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Skip them</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Skipped until its key changes: {why}.</source>
        <translation>在密钥更改之前跳过：{why}。</translation>
    </message>
    <message>
        <source>Skipped until {time} on {day}: {why}.</source>
        <translation>在 {day} {time} 之前跳过：{why}。</translation>
    </message>
    <message>
        <source>Skipped until {time}: {why}.</source>
        <translation>跳过至 {time}：{why}。</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Some places have more pages than the limit allows.</source>
        <translation>部分位置的页数超过上限。</translation>
    </message>
    <message>
        <source>Somebody else may take the bucket&apos;s name.</source>
        <translation>其他人可能会占用该存储桶名称。</translation>
    </message>
    <message>
        <source>Something is served already.</source>
        <translation>已在提供服务。</translation>
    </message>
    <message>
        <source>Something went wrong inside Baton.</source>
        <translation>Baton 内部出错。</translation>
    </message>
    <message>
        <source>Something went wrong inside Baton; the log has the details. What was downloaded is kept.</source>
        <translation>Baton 内部出错；详情见日志。已下载的内容会保留。</translation>
    </message>
    <message>
        <source>Something went wrong inside Baton; what you were doing may not have finished.</source>
        <translation>Baton 内部出了问题；刚才的操作可能没有完成。</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Spain</source>
        <translation>西班牙</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Standard output cannot be written: {why}.</source>
        <translation>无法写入标准输出：{why}。</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Start Baton again.</source>
        <translation>请重新启动 Baton。</translation>
    </message>
    <message>
        <source>Start a new chat, or choose another model.</source>
        <translation>请新建对话，或选择其他模型。</translation>
    </message>
    <message>
        <source>Start a new chat, shorten the message, or choose a model with more context.</source>
        <translation>请新建对话、缩短消息，或选择上下文更大的模型。</translation>
    </message>
    <message>
        <source>Start a new chat, shorten the message, or let the oldest turns be dropped or summarised.</source>
        <translation>请新建对话、缩短消息，或舍弃、总结最早的轮次。</translation>
    </message>
    <message>
        <source>Start a new chat, shorten the message, or raise the context in Settings &gt; Local models.</source>
        <translation>请新建对话、缩短消息，或在“设置 &gt; 本地模型”中增大上下文。</translation>
    </message>
    <message>
        <source>Start again now</source>
        <translation>立即重启</translation>
    </message>
    <message>
        <source>Start it again later; it goes on where it stopped.</source>
        <translation>请稍后重新开始；会从停止处继续。</translation>
    </message>
    <message>
        <source>Start it again, and it goes on where it stopped.</source>
        <translation>重新开始即可，会从停止处继续。</translation>
    </message>
    <message>
        <source>Start or stop serving local models to other programs</source>
        <translation>开始或停止向其他程序提供本地模型</translation>
    </message>
    <message>
        <source>Start the cluster again</source>
        <translation>重新启动集群</translation>
    </message>
    <message>
        <source>Start the database again</source>
        <translation>重新启动数据库</translation>
    </message>
    <message>
        <source>Start the trail&apos;s logging again</source>
        <translation>重新开始跟踪的日志记录</translation>
    </message>
    <message>
        <source>Start {instances}</source>
        <translation>启动 {instances}</translation>
    </message>
    <message>
        <source>Start {title}, or check its address in Settings &gt; Endpoints.</source>
        <translation>请启动 {title}，或检查“设置 &gt; 端点”中的地址。</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Step by step</source>
        <translation>逐步进行</translation>
    </message>
    <message>
        <source>Step {number}, {risk}, {state}: {words}</source>
        <translation>步骤 {number}，{risk}，{state}：{words}</translation>
    </message>
    <message>
        <source>Step {number}, {risk}: {words}</source>
        <translation>步骤 {number}，{risk}：{words}</translation>
    </message>
    <message>
        <source>Step {number}: the policy does not allow it.</source>
        <translation>步骤 {number}：策略不允许。</translation>
    </message>
    <message>
        <source>Step {number}: {problem}</source>
        <translation>步骤 {number}：{problem}</translation>
    </message>
    <message numerus="yes">
        <source>Step {steps} was carried out</source>
        <comment>Steps {steps} were carried out</comment>
        <translation>
            <numerusform>步骤 {steps} 已执行</numerusform>
        </translation>
    </message>
    <message>
        <source>Step {step} stays as it is: {message}</source>
        <translation>步骤 {step} 保持不变：{message}</translation>
    </message>
    <message>
        <source>Step {step}: {caveat}</source>
        <translation>步骤 {step}：{caveat}</translation>
    </message>
    <message>
        <source>Still in the clear: {file}</source>
        <translation>仍未加密：{file}</translation>
    </message>
    <message>
        <source>Stockholm</source>
        <translation>斯德哥尔摩</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop at</source>
        <translation>停止于</translation>
    </message>
    <message>
        <source>Stop it (Esc), or wait for its end.</source>
        <translation>请停止回答（Esc），或等待其结束。</translation>
    </message>
    <message>
        <source>Stop it (Esc), or wait for its end. Then delete it.</source>
        <translation>请停止回答（Esc），或等待其结束，然后再删除。</translation>
    </message>
    <message>
        <source>Stop it and quit</source>
        <translation>停止并退出</translation>
    </message>
    <message>
        <source>Stop it first.</source>
        <translation>请先停止。</translation>
    </message>
    <message>
        <source>Stop it, or wait.</source>
        <translation>请停止或等待。</translation>
    </message>
    <message>
        <source>Stop serving</source>
        <translation>停止提供服务</translation>
    </message>
    <message>
        <source>Stop the answer (Esc)</source>
        <translation>停止回答（Esc）</translation>
    </message>
    <message>
        <source>Stop the answer, or close what is open</source>
        <translation>停止回答，或关闭已打开的内容</translation>
    </message>
    <message>
        <source>Stop the answer, or wait for its end.</source>
        <translation>请停止回答，或等待其结束。</translation>
    </message>
    <message>
        <source>Stop the cluster again</source>
        <translation>再次停止集群</translation>
    </message>
    <message>
        <source>Stop the database again</source>
        <translation>再次停止数据库</translation>
    </message>
    <message>
        <source>Stop the instance</source>
        <translation>停止实例</translation>
    </message>
    <message>
        <source>Stop the trail&apos;s logging again</source>
        <translation>再次停止跟踪的日志记录</translation>
    </message>
    <message>
        <source>Stop them and quit</source>
        <translation>全部停止并退出</translation>
    </message>
    <message>
        <source>Stop {instances}</source>
        <translation>停止 {instances}</translation>
    </message>
    <message numerus="yes">
        <source>Stopped after 1 page, because the answer is large; there is more.</source>
        <comment>Stopped after {count} pages, because the answer is large; there is more.</comment>
        <translation>
            <numerusform>应答较大，在 {count} 页后停止；还有更多。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped after 1 page; there is more.</source>
        <comment>Stopped after {count} pages; there is more.</comment>
        <translation>
            <numerusform>在 {count} 页后停止；还有更多。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped before {count} place had answered.</source>
        <comment>Stopped before {count} places had answered.</comment>
        <translation>
            <numerusform>停止时尚有 {count} 处未返回。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>Stopped. What came is kept.</source>
        <translation>已停止。已收到的内容会保留。</translation>
    </message>
    <message>
        <source>Stopped: {progress}. What is done is kept.</source>
        <translation>已停止：{progress}。已完成的部分会保留。</translation>
    </message>
    <message>
        <source>Stopped: {progress}. What is done is kept. The provider goes on with its batch: go on here, at any time, to fetch it.</source>
        <translation>已停止：{progress}。已完成的部分会保留。提供商仍在处理批次：可随时在此继续，以取回结果。</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Storage GiB</source>
        <translation>存储 GiB</translation>
    </message>
    <message>
        <source>Stored bytes</source>
        <translation>存储字节数</translation>
    </message>
    <message numerus="yes">
        <source>Summarise it</source>
        <comment>Summarise them</comment>
        <translation>
            <numerusform>总结</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Summarising {count} turn</source>
        <comment>Summarising {count} turns</comment>
        <translation>
            <numerusform>正在总结 {count} 个轮次</numerusform>
        </translation>
    </message>
    <message>
        <source>Switch detailed monitoring off again</source>
        <translation>再次关闭详细监控</translation>
    </message>
    <message>
        <source>Switch detailed monitoring on again</source>
        <translation>重新开启详细监控</translation>
    </message>
    <message>
        <source>Switch the alarms&apos; actions off again</source>
        <translation>再次关闭警报的操作</translation>
    </message>
    <message>
        <source>Switch the alarms&apos; actions on again</source>
        <translation>重新开启警报的操作</translation>
    </message>
    <message>
        <source>Switch the key&apos;s rotation off again</source>
        <translation>再次关闭密钥轮换</translation>
    </message>
    <message>
        <source>Switch the key&apos;s rotation on again</source>
        <translation>重新开启密钥轮换</translation>
    </message>
    <message>
        <source>Sydney</source>
        <translation>悉尼</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>系统提示词</translation>
    </message>
    <message>
        <source>System prompt of this chat</source>
        <translation>此对话的系统提示词</translation>
    </message>
    <message>
        <source>São Paulo</source>
        <translation>圣保罗</translation>
    </message>
    <message>
        <source>Table with {rows} rows and {columns} columns</source>
        <translation>表格，{rows} 行 {columns} 列</translation>
    </message>
    <message>
        <source>Tags: {tags}</source>
        <translation>标签：{tags}</translation>
    </message>
    <message>
        <source>Tags: {tags} and {count} more</source>
        <translation>标签：{tags} 等另外 {count} 个</translation>
    </message>
    <message>
        <source>Taipei</source>
        <translation>台北</translation>
    </message>
    <message>
        <source>Take all back</source>
        <translation>全部撤回</translation>
    </message>
    <message>
        <source>Take away the console password</source>
        <translation>取消控制台密码</translation>
    </message>
    <message>
        <source>Take it out into a window of its own</source>
        <translation>移出到独立窗口</translation>
    </message>
    <message>
        <source>Take it out of the list</source>
        <translation>从列表中移除</translation>
    </message>
    <message>
        <source>Take it out of the schema, or choose a model on this machine.</source>
        <translation>请从 schema 中移除，或选择本机上的模型。</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>取下</translation>
    </message>
    <message>
        <source>Take out of the archive</source>
        <translation>移出归档</translation>
    </message>
    <message>
        <source>Take the address off again</source>
        <translation>再次取下地址</translation>
    </message>
    <message>
        <source>Take the list of chats out into a window of its own, or put it back</source>
        <translation>将对话列表移到单独的窗口，或放回原处</translation>
    </message>
    <message>
        <source>Take the model dock out into a window of its own, or put it back</source>
        <translation>将模型面板移到单独的窗口，或放回原处</translation>
    </message>
    <message>
        <source>Take the permission away again</source>
        <translation>再次移除权限</translation>
    </message>
    <message>
        <source>Take the role out of the profile again</source>
        <translation>再次将角色移出配置文件</translation>
    </message>
    <message>
        <source>Take the route table off again</source>
        <translation>再次取下路由表</translation>
    </message>
    <message>
        <source>Take the user out of the group again</source>
        <translation>再次将用户移出组</translation>
    </message>
    <message>
        <source>Take {name} off {model}</source>
        <translation>从 {model} 取下 {name}</translation>
    </message>
    <message>
        <source>Takes less memory for long contexts, and is faster on GPUs. On the processor alone a model writes up to three times as fast without it in a long context.</source>
        <translation>长上下文时占用内存更少，在 GPU 上更快。仅用处理器时，长上下文下关闭它最多可快三倍。</translation>
    </message>
    <message>
        <source>Takes this chat&apos;s own system prompt away</source>
        <translation>去掉此对话自己的系统提示词</translation>
    </message>
    <message>
        <source>Takes {needed}; {free} are free.</source>
        <translation>需要 {needed}；可用 {free}。</translation>
    </message>
    <message>
        <source>Tel Aviv</source>
        <translation>特拉维夫</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>Terminate {instances}, which it launched</source>
        <translation>终止由此启动的 {instances}</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Test {name}</source>
        <translation>测试 {name}</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Text (*.txt);;*</source>
        <translation>文本 (*.txt);;*</translation>
    </message>
    <message>
        <source>Text from AWS or a file stood before the model, so only plain reads run unasked.</source>
        <translation>模型读到了来自 AWS 或文件的文本，因此只有单纯的读取可不经询问运行。</translation>
    </message>
    <message>
        <source>Text from your account or a file was in front of the model when it proposed this.</source>
        <translation>模型提出此操作时，读到了来自你的账户或文件的文本。</translation>
    </message>
    <message>
        <source>Text from your account or a file was read before, so it is asked about.</source>
        <translation>此前读取过来自账户或文件的文本，因此须询问。</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Texts at which a phrase ends.</source>
        <translation>短语在这些文本处结束。</translation>
    </message>
    <message>
        <source>Thailand</source>
        <translation>泰国</translation>
    </message>
    <message>
        <source>Thank you.</source>
        <translation>谢谢。</translation>
    </message>
    <message>
        <source>That answer cannot go on.</source>
        <translation>该回答无法继续。</translation>
    </message>
    <message>
        <source>That does not fit.</source>
        <translation>这不合适。</translation>
    </message>
    <message>
        <source>That is a change in {count} places, and a plan may have {most} steps.</source>
        <translation>这会更改 {count} 处，而计划最多 {most} 个步骤。</translation>
    </message>
    <message>
        <source>That is being undone already.</source>
        <translation>正在撤销。</translation>
    </message>
    <message>
        <source>That is no MFA code: it has six digits.</source>
        <translation>这不是 MFA 验证码：验证码为六位数字。</translation>
    </message>
    <message>
        <source>That is {count} places, more than {most}.</source>
        <translation>共 {count} 处，超过 {most} 处。</translation>
    </message>
    <message>
        <source>That message cannot be answered.</source>
        <translation>无法回答该消息。</translation>
    </message>
    <message>
        <source>That message is no longer there.</source>
        <translation>该消息已不存在。</translation>
    </message>
    <message>
        <source>That only read something, so there is nothing to undo.</source>
        <translation>那只是读取，没有可撤销的内容。</translation>
    </message>
    <message>
        <source>That plan was undone already.</source>
        <translation>该计划已经撤销。</translation>
    </message>
    <message>
        <source>That was not carried out, so there is nothing to undo.</source>
        <translation>那没有执行，没有可撤销的内容。</translation>
    </message>
    <message>
        <source>That was undone already, so nothing was sent.</source>
        <translation>已经撤销，因此未发送任何内容。</translation>
    </message>
    <message>
        <source>That was undone already.</source>
        <translation>已经撤销。</translation>
    </message>
    <message>
        <source>That would be {count} changes in one question; {most} is the most.</source>
        <translation>一次询问将包含 {count} 项更改；上限为 {most}。</translation>
    </message>
    <message>
        <source>The AWS configuration cannot be read.</source>
        <translation>无法读取 AWS 配置。</translation>
    </message>
    <message>
        <source>The AWS configuration does not fit for {account}: {error}</source>
        <translation>AWS 配置不适用于 {account}：{error}</translation>
    </message>
    <message>
        <source>The AWS configuration sends calls of {account} to {addresses} instead of AWS.</source>
        <translation>AWS 配置把 {account} 的调用发往 {addresses}，而不是 AWS。</translation>
    </message>
    <message>
        <source>The AWS configuration {path!r} cannot be read.</source>
        <translation>无法读取 AWS 配置 {path!r}。</translation>
    </message>
    <message>
        <source>The DNS zone is no longer paid for.</source>
        <translation>该 DNS 区域不再付费。</translation>
    </message>
    <message>
        <source>The JSON schema</source>
        <translation>JSON schema</translation>
    </message>
    <message>
        <source>The JSON schema combines more than {count} alternatives.</source>
        <translation>JSON schema 组合的可能超过 {count} 种。</translation>
    </message>
    <message>
        <source>The JSON schema is nested deeper than {count} levels.</source>
        <translation>JSON schema 的嵌套超过 {count} 层。</translation>
    </message>
    <message>
        <source>The JSON schema is no JSON, or is nested too deeply.</source>
        <translation>JSON schema 不是 JSON，或嵌套过深。</translation>
    </message>
    <message>
        <source>The JSON schema nests too deeply.</source>
        <translation>JSON schema 嵌套过深。</translation>
    </message>
    <message>
        <source>The JSON schema refers to {reference!r}, which is not within it.</source>
        <translation>JSON schema 引用了 {reference!r}，但它不在其中。</translation>
    </message>
    <message>
        <source>The JSON schema&apos;s &apos;pattern&apos;</source>
        <translation>JSON schema 中的 &apos;pattern&apos;</translation>
    </message>
    <message>
        <source>The JSON schema&apos;s &apos;pattern&apos; with a length</source>
        <translation>JSON schema 中带长度的 &apos;pattern&apos;</translation>
    </message>
    <message>
        <source>The JSON schema&apos;s &apos;pattern&apos; {pattern}</source>
        <translation>JSON schema 中的 &apos;pattern&apos; {pattern}</translation>
    </message>
    <message>
        <source>The JSON schema&apos;s list of {count} items</source>
        <translation>JSON schema 中 {count} 个元素的列表</translation>
    </message>
    <message>
        <source>The JSON schema&apos;s list of {count} values</source>
        <translation>JSON schema 中 {count} 个值的列表</translation>
    </message>
    <message>
        <source>The JSON schema&apos;s text of {count} characters</source>
        <translation>JSON schema 中 {count} 个字符的文本</translation>
    </message>
    <message>
        <source>The JSON schema&apos;s {keyword!r} is too large a number.</source>
        <translation>JSON schema 中的 {keyword!r} 数字过大。</translation>
    </message>
    <message>
        <source>The NAT gateway is no longer paid for.</source>
        <translation>该 NAT 网关不再付费。</translation>
    </message>
    <message>
        <source>The NAT gateway itself; what passes through it is extra.</source>
        <translation>NAT 网关本身；经过它的流量另计。</translation>
    </message>
    <message>
        <source>The account&apos;s root user may do everything that the organisation does not forbid; this cannot be simulated.</source>
        <translation>账户的根用户可以执行组织未禁止的一切操作；这无法模拟。</translation>
    </message>
    <message>
        <source>The adapter does not fit this model.</source>
        <translation>该适配器不适合此模型。</translation>
    </message>
    <message>
        <source>The adapter {name!r} cannot be used with this model.</source>
        <translation>适配器 {name!r} 不能用于此模型。</translation>
    </message>
    <message>
        <source>The address goes back to AWS, and somebody else may get it.</source>
        <translation>该地址归还给 AWS，其他人可能会得到它。</translation>
    </message>
    <message>
        <source>The address is copied.</source>
        <translation>已复制地址。</translation>
    </message>
    <message>
        <source>The address is no longer paid for.</source>
        <translation>该地址不再付费。</translation>
    </message>
    <message>
        <source>The address of {host} ends in a query or a fragment, which an endpoint does not take. Write it as https://host/v1.</source>
        <translation>{host} 的地址以查询或片段结尾，端点不接受。请写成 https://host/v1。</translation>
    </message>
    <message>
        <source>The address of {title} is not encrypted, so the key was not sent.</source>
        <translation>{title} 的地址未加密，因此没有发送密钥。</translation>
    </message>
    <message>
        <source>The alarms are no longer paid for.</source>
        <translation>这些警报不再付费。</translation>
    </message>
    <message>
        <source>The answer could not be finished. Try again.</source>
        <translation>回答未能完成。请重试。</translation>
    </message>
    <message>
        <source>The answer does not follow the schema: {problem}</source>
        <translation>回答不符合 schema：{problem}</translation>
    </message>
    <message>
        <source>The answer ends before the first of these texts.</source>
        <translation>回答在首次出现这些文本之前结束。</translation>
    </message>
    <message>
        <source>The answer ends here because the model&apos;s context is full.</source>
        <translation>模型的上下文已满，回答到此为止。</translation>
    </message>
    <message>
        <source>The answer ends here because the model&apos;s context is full. It can go on once the oldest turns are dropped or summarised.</source>
        <translation>模型的上下文已满，回答到此为止。舍弃最早的轮次或为其生成摘要后可以继续。</translation>
    </message>
    <message>
        <source>The answer from {title} broke off.</source>
        <translation>来自 {title} 的回答中断了。</translation>
    </message>
    <message>
        <source>The answer is cut at this many tokens (about three quarters of a word each); thinking counts too.</source>
        <translation>回答达到此 token 数时会被截断（每个约为四分之三个英文单词）；思考也计入。</translation>
    </message>
    <message>
        <source>The answer is empty.</source>
        <translation>回答为空。</translation>
    </message>
    <message>
        <source>The answer is longer than {most} characters.</source>
        <translation>回答超过 {most} 个字符。</translation>
    </message>
    <message>
        <source>The answer is not shown</source>
        <translation>回答未显示</translation>
    </message>
    <message>
        <source>The answer must ask for a tool, and none is offered.</source>
        <translation>回答必须请求工具，但没有提供任何工具。</translation>
    </message>
    <message>
        <source>The answer must ask for the tool {name!r}, and none such is offered.</source>
        <translation>回答必须请求工具 {name!r}，但没有提供它。</translation>
    </message>
    <message>
        <source>The answer of step {step} has nothing at {path}.</source>
        <translation>步骤 {step} 的结果中没有 {path}。</translation>
    </message>
    <message>
        <source>The answer reached its length limit before it was whole.</source>
        <translation>回答在完整之前已达到长度上限。</translation>
    </message>
    <message>
        <source>The answer reached its length limit. Let it go on, or allow more output tokens.</source>
        <translation>回答已达到长度上限。可以继续，或允许更多输出 token。</translation>
    </message>
    <message>
        <source>The answer so far stays as a version of its own.</source>
        <translation>目前的回答会保留为单独的版本。</translation>
    </message>
    <message>
        <source>The answer was copied.</source>
        <translation>已复制回答。</translation>
    </message>
    <message>
        <source>The answer was stopped: it used {budget} up. What came is kept.</source>
        <translation>回答已停止：{budget}已用完。已收到的内容会保留。</translation>
    </message>
    <message>
        <source>The audit log has no entry {reference}.</source>
        <translation>审计记录中没有条目 {reference}。</translation>
    </message>
    <message>
        <source>The backup is in place.</source>
        <translation>备份已恢复。</translation>
    </message>
    <message>
        <source>The backup was made, read through and found sound.</source>
        <translation>备份已创建，通读检查无误。</translation>
    </message>
    <message>
        <source>The batch for {target} is one of {model}.</source>
        <translation>{target} 的批次属于 {model}。</translation>
    </message>
    <message>
        <source>The batch was cancelled before this line was answered.</source>
        <translation>批次在应答这一行之前被取消。</translation>
    </message>
    <message>
        <source>The batches are listed in your account at the provider; move the note away to begin anew.</source>
        <translation>批次可在提供商的账户中查看；移走该记录即可重新开始。</translation>
    </message>
    <message>
        <source>The bin is empty. Deleted chats lie here for 30 days and can be restored.</source>
        <translation>回收站为空。已删除的对话在此保留 30 天，可以恢复。</translation>
    </message>
    <message>
        <source>The bucket keeps no versions, so a deleted object cannot be brought back.</source>
        <translation>存储桶不保留版本，因此删除的对象无法恢复。</translation>
    </message>
    <message>
        <source>The bytes of {name!r} are gone.</source>
        <translation>{name!r} 的内容已丢失。</translation>
    </message>
    <message>
        <source>The call</source>
        <translation>该调用</translation>
    </message>
    <message>
        <source>The call does not fit the operation. Nothing was sent to AWS.</source>
        <translation>该调用不符合操作的定义。没有向 AWS 发送任何内容。</translation>
    </message>
    <message>
        <source>The call does not say which instance type it launches, so what it costs is unknown.</source>
        <translation>该调用没有说明启动哪种实例类型，因此费用未知。</translation>
    </message>
    <message>
        <source>The call returned nothing.</source>
        <translation>该调用没有返回任何内容。</translation>
    </message>
    <message>
        <source>The call to AWS did not succeed.</source>
        <translation>对 AWS 的调用没有成功。</translation>
    </message>
    <message>
        <source>The call was changed too often, so it was not carried out.</source>
        <translation>调用更改次数过多，因此未执行。</translation>
    </message>
    <message>
        <source>The call would have gone to {host!r}, which is not AWS, so it was not sent.</source>
        <translation>该调用会发往 {host!r}，而它不属于 AWS，因此没有发送。</translation>
    </message>
    <message>
        <source>The call would have left the demo account, so it was not sent.</source>
        <translation>该调用会离开演示账户，因此没有发送。</translation>
    </message>
    <message>
        <source>The certificate file {path} cannot be read ({origin}).</source>
        <translation>无法读取证书文件 {path}（{origin}）。</translation>
    </message>
    <message>
        <source>The certificate {whose} is not trusted.</source>
        <translation>证书{whose}不受信任。</translation>
    </message>
    <message>
        <source>The certificate {whose} is not trusted: {why}.</source>
        <translation>证书{whose}不受信任：{why}。</translation>
    </message>
    <message>
        <source>The change is made at once and may restart the database.</source>
        <translation>更改立即生效，可能会重启数据库。</translation>
    </message>
    <message>
        <source>The chat is longer than the model&apos;s context</source>
        <translation>对话超出了模型的上下文</translation>
    </message>
    <message>
        <source>The chat is longer than {model} takes: leaving out {turns}</source>
        <translation>对话长度超出 {model} 的上限：将舍弃{turns}</translation>
    </message>
    <message>
        <source>The chat template of {model!r} cannot write this conversation.</source>
        <translation>{model!r} 的对话模板无法写出此对话。</translation>
    </message>
    <message>
        <source>The chats imported by then are kept.</source>
        <translation>届时已导入的对话会保留。</translation>
    </message>
    <message>
        <source>The check failed; see the log.</source>
        <translation>检查失败；请查看日志。</translation>
    </message>
    <message>
        <source>The chosen entries, or all that are shown</source>
        <translation>所选条目，或显示的全部条目</translation>
    </message>
    <message>
        <source>The cluster is no longer paid for.</source>
        <translation>该集群不再付费。</translation>
    </message>
    <message>
        <source>The cluster itself; its machines are extra.</source>
        <translation>集群本身；其机器另计。</translation>
    </message>
    <message>
        <source>The code has expired before it was confirmed.</source>
        <translation>验证码在确认之前已过期。</translation>
    </message>
    <message>
        <source>The commands run with administrator&apos;s rights on the machines.</source>
        <translation>这些命令以管理员权限在机器上运行。</translation>
    </message>
    <message>
        <source>The connection broke; the download goes on in {seconds} s.</source>
        <translation>连接中断；下载将在 {seconds} 秒后继续。</translation>
    </message>
    <message>
        <source>The context is {count} tokens instead of the model&apos;s {own}: no more fits.</source>
        <translation>上下文为 {count} 个 token，而不是模型的 {own} 个：再多就放不下了。</translation>
    </message>
    <message>
        <source>The context is {count} tokens instead of the {wanted} set: the model was made for no more.</source>
        <translation>上下文为 {count} 个 token，而不是所设的 {wanted} 个：模型不支持更多。</translation>
    </message>
    <message>
        <source>The conversation is longer than the model takes.{quoted}</source>
        <translation>对话超过了模型能接受的长度。{quoted}</translation>
    </message>
    <message>
        <source>The conversation is longer than {model!r} takes.{quoted}</source>
        <translation>对话超过了 {model!r} 能接受的长度。{quoted}</translation>
    </message>
    <message>
        <source>The conversation may be longer than the model&apos;s context: shorten it, or see the server&apos;s log.</source>
        <translation>对话可能超过模型的上下文：请缩短它，或查看服务器的日志。</translation>
    </message>
    <message>
        <source>The conversation takes {count} tokens, and {model!r} is loaded with room for {room}.</source>
        <translation>对话需要 {count} 个 token，而 {model!r} 加载时只留了 {room} 个的空间。</translation>
    </message>
    <message>
        <source>The conversation {title} is there already.</source>
        <translation>对话 {title} 已存在。</translation>
    </message>
    <message>
        <source>The converted history does not hold what the history does.</source>
        <translation>转换后的历史记录与原来的内容不一致。</translation>
    </message>
    <message>
        <source>The converted history is not sound.</source>
        <translation>转换后的历史记录不完好。</translation>
    </message>
    <message>
        <source>The copy {name} is not sound.</source>
        <translation>副本 {name} 不完好。</translation>
    </message>
    <message>
        <source>The credential_process of {title!r} cannot be started.</source>
        <translation>{title!r} 的 credential_process 无法启动。</translation>
    </message>
    <message>
        <source>The credential_process of {title!r} did not print a JSON object.</source>
        <translation>{title!r} 的 credential_process 没有输出 JSON 对象。</translation>
    </message>
    <message>
        <source>The credential_process of {title!r} failed (exit status {status}).</source>
        <translation>{title!r} 的 credential_process 失败（退出状态 {status}）。</translation>
    </message>
    <message>
        <source>The credential_process of {title!r} gave no answer within {seconds} s.</source>
        <translation>{title!r} 的 credential_process 在 {seconds} 秒内没有应答。</translation>
    </message>
    <message>
        <source>The credentials for {account} could not be fetched.</source>
        <translation>无法获取 {account} 的凭证。</translation>
    </message>
    <message>
        <source>The credentials for {account} have expired.</source>
        <translation>{account} 的凭证已过期。</translation>
    </message>
    <message>
        <source>The database and its storage are no longer paid for; snapshots are.</source>
        <translation>该数据库及其存储不再付费；快照仍需付费。</translation>
    </message>
    <message>
        <source>The database can only come back as a new one, from its last snapshot.</source>
        <translation>该数据库只能从最后一个快照恢复为新的数据库。</translation>
    </message>
    <message>
        <source>The default of the variable {name} does not fit: {problem}</source>
        <translation>变量 {name} 的默认值不合适：{problem}</translation>
    </message>
    <message>
        <source>The deleted one is kept in {folder}.</source>
        <translation>已删除的保存在 {folder}。</translation>
    </message>
    <message>
        <source>The deleted prompt {name} is not kept any more.</source>
        <translation>已删除的提示词 {name} 不再保留。</translation>
    </message>
    <message>
        <source>The demo account cannot do {operation}.</source>
        <translation>演示账户不支持 {operation}。</translation>
    </message>
    <message>
        <source>The demo account did not start.</source>
        <translation>演示账户没有启动。</translation>
    </message>
    <message>
        <source>The demo account has no Amazon Bedrock.</source>
        <translation>演示账户没有 Amazon Bedrock。</translation>
    </message>
    <message>
        <source>The demo account has no {service}.</source>
        <translation>演示账户没有 {service}。</translation>
    </message>
    <message>
        <source>The demo account is closed.</source>
        <translation>演示账户已关闭。</translation>
    </message>
    <message>
        <source>The demo account lets every dry run pass.</source>
        <translation>演示账户让所有试运行都通过。</translation>
    </message>
    <message>
        <source>The demo account runs on this machine: nothing leaves it. Press to choose another account.</source>
        <translation>演示账户在本机运行：任何内容都不会离开本机。按下可选择其他账户。</translation>
    </message>
    <message>
        <source>The demo account stopped.</source>
        <translation>演示账户已停止。</translation>
    </message>
    <message>
        <source>The device can no longer be a second factor.</source>
        <translation>该设备无法再作为第二验证因素。</translation>
    </message>
    <message>
        <source>The disk is full; what was downloaded so far is kept.</source>
        <translation>磁盘已满；目前已下载的内容会保留。</translation>
    </message>
    <message>
        <source>The disk is no longer paid for.</source>
        <translation>该磁盘不再付费。</translation>
    </message>
    <message>
        <source>The disk that holds {name} is full.</source>
        <translation>存放 {name} 的磁盘已满。</translation>
    </message>
    <message>
        <source>The display {name} does not answer.</source>
        <translation>显示器 {name} 没有响应。</translation>
    </message>
    <message>
        <source>The download brings nothing more.</source>
        <translation>下载不再收到任何数据。</translation>
    </message>
    <message>
        <source>The download of {name} stopped. {problem}</source>
        <translation>{name} 的下载已中断。{problem}</translation>
    </message>
    <message>
        <source>The download was stopped.</source>
        <translation>下载已停止。</translation>
    </message>
    <message>
        <source>The endpoint set for {account} is no address.</source>
        <translation>为 {account} 设置的端点不是地址。</translation>
    </message>
    <message>
        <source>The entry {entry} in the keyring is not the key that encrypted the history.</source>
        <translation>密钥环中的条目 {entry} 不是加密历史记录所用的密钥。</translation>
    </message>
    <message>
        <source>The environment names the AWS profile {name!r}, which there is not. Correct AWS_PROFILE, or choose an account.</source>
        <translation>环境指定了 AWS 配置文件 {name!r}，但它不存在。请更正 AWS_PROFILE，或选择一个账户。</translation>
    </message>
    <message>
        <source>The exports of Baton, ChatGPT, Claude, Open WebUI and LibreChat can be imported, as JSON.</source>
        <translation>可导入 Baton、ChatGPT、Claude、Open WebUI 和 LibreChat 的 JSON 导出文件。</translation>
    </message>
    <message>
        <source>The expression {expression!r} does not fit: {said}</source>
        <translation>表达式 {expression!r} 不合适：{said}</translation>
    </message>
    <message>
        <source>The file is cut or damaged from conversation {number} on; the rest is left out.</source>
        <translation>文件从第 {number} 个对话起被截断或损坏；其余部分已略过。</translation>
    </message>
    <message>
        <source>The file is damaged; download it again.</source>
        <translation>文件已损坏；请重新下载。</translation>
    </message>
    <message>
        <source>The file is no library of Baton&apos;s.</source>
        <translation>该文件不是 Baton 的库文件。</translation>
    </message>
    <message>
        <source>The file of answers</source>
        <translation>回答文件</translation>
    </message>
    <message>
        <source>The file of prompts</source>
        <translation>提示词文件</translation>
    </message>
    <message>
        <source>The file of results holds lines that no batch wrote.</source>
        <translation>结果文件中有并非由批处理写入的行。</translation>
    </message>
    <message>
        <source>The file of {what} could not be read ({reason}); it is kept as {kept}, and they are not used.</source>
        <translation>无法读取{what}的文件（{reason}）；已保存为 {kept}，其内容未使用。</translation>
    </message>
    <message>
        <source>The file {path!r} is no longer there. Put it back, or remove the model from the list.</source>
        <translation>文件 {path!r} 已不存在。请放回原处，或从列表中移除该模型。</translation>
    </message>
    <message>
        <source>The file&apos;s text</source>
        <translation>文件的文本</translation>
    </message>
    <message>
        <source>The findings are in {path}.</source>
        <translation>发现项已保存在 {path}。</translation>
    </message>
    <message>
        <source>The fleet&apos;s instances are terminated.</source>
        <translation>该队列的实例会终止。</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be read: {why}.</source>
        <translation>无法读取文件夹 {folder}：{why}。</translation>
    </message>
    <message>
        <source>The folder {folder} was removed.</source>
        <translation>已移除文件夹 {folder}。</translation>
    </message>
    <message>
        <source>The function&apos;s code is deleted with all its versions.</source>
        <translation>函数的代码及其所有版本都会删除。</translation>
    </message>
    <message>
        <source>The general one of the settings is sent.</source>
        <translation>发送设置中的通用提示词。</translation>
    </message>
    <message>
        <source>The history and its backups are encrypted.</source>
        <translation>历史记录及其备份已加密。</translation>
    </message>
    <message>
        <source>The history and its backups are in the clear.</source>
        <translation>历史记录及其备份未加密。</translation>
    </message>
    <message>
        <source>The history is as it was.</source>
        <translation>历史记录保持原样。</translation>
    </message>
    <message>
        <source>The history is being decrypted…</source>
        <translation>正在解密历史记录…</translation>
    </message>
    <message>
        <source>The history is being encrypted…</source>
        <translation>正在加密历史记录…</translation>
    </message>
    <message>
        <source>The history is being mended…</source>
        <translation>正在修复历史记录…</translation>
    </message>
    <message>
        <source>The history is being opened…</source>
        <translation>正在打开历史记录…</translation>
    </message>
    <message>
        <source>The history is closed.</source>
        <translation>历史记录已关闭。</translation>
    </message>
    <message>
        <source>The history is damaged: {problem}.</source>
        <translation>历史记录已损坏：{problem}。</translation>
    </message>
    <message>
        <source>The history is damaged: {problem}. What can be read of it, and the newest sound backup, make a new one at the next start; or now, with: baton history check --mend.</source>
        <translation>历史记录已损坏：{problem}。下次启动时会用其中可读取的内容和最新的完好备份重建；也可立即运行：baton history check --mend。</translation>
    </message>
    <message>
        <source>The history is encrypted, and its key is not in the keyring.</source>
        <translation>历史记录已加密，而密钥环中没有其密钥。</translation>
    </message>
    <message>
        <source>The history is encrypted, and its key is not in the keyring. {problem}</source>
        <translation>历史记录已加密，而密钥环中没有其密钥。{problem}</translation>
    </message>
    <message>
        <source>The history is encrypted.</source>
        <translation>历史记录已加密。</translation>
    </message>
    <message>
        <source>The history is in the clear.</source>
        <translation>历史记录未加密。</translation>
    </message>
    <message>
        <source>The history is not encrypted.</source>
        <translation>历史记录未加密。</translation>
    </message>
    <message>
        <source>The history is open until Baton ends: the keyring does not keep the key. Unlock or install one.</source>
        <translation>在 Baton 退出之前历史记录保持打开：密钥环没有保存密钥。请解锁或安装一个密钥环。</translation>
    </message>
    <message>
        <source>The history is open, and its key is in the keyring again.</source>
        <translation>历史记录已打开，其密钥已重新存入密钥环。</translation>
    </message>
    <message>
        <source>The history is sound.</source>
        <translation>历史记录完好。</translation>
    </message>
    <message>
        <source>The history that was there cannot be read and is kept as {name}.</source>
        <translation>原有的历史记录无法读取，已保存为 {name}。</translation>
    </message>
    <message>
        <source>The history that was there is damaged and is kept as {name}.</source>
        <translation>原有的历史记录已损坏，已保存为 {name}。</translation>
    </message>
    <message>
        <source>The history was brought up to date; as it was before, it is kept as {name}.</source>
        <translation>历史记录已升级；升级前的版本保存为 {name}。</translation>
    </message>
    <message>
        <source>The history was damaged ({reason}) and is kept, untouched, as {file}.</source>
        <translation>历史记录已损坏（{reason}），原样保存为 {file}。</translation>
    </message>
    <message>
        <source>The history was damaged and was mended as far as it could be.</source>
        <translation>历史记录已损坏，并已尽可能修复。</translation>
    </message>
    <message>
        <source>The history was damaged and was mended as far as it could be. It is kept, untouched, as {file}.</source>
        <translation>历史记录已损坏，并已尽可能修复。原件保存为 {file}。</translation>
    </message>
    <message>
        <source>The history was not encrypted, because its key cannot be kept.</source>
        <translation>历史记录未加密，因为无法保存其密钥。</translation>
    </message>
    <message>
        <source>The history was not encrypted, because its key cannot be kept. {problem}</source>
        <translation>历史记录未加密，因为无法保存其密钥。{problem}</translation>
    </message>
    <message>
        <source>The hub asks to wait; the download goes on in {seconds} s.</source>
        <translation>模型中心要求等待；下载将在 {seconds} 秒后继续。</translation>
    </message>
    <message>
        <source>The hub cannot go on in the middle; the download begins anew.</source>
        <translation>模型中心无法从中间继续；下载将重新开始。</translation>
    </message>
    <message>
        <source>The hub has switched {repository!r} off.</source>
        <translation>模型中心已停用 {repository!r}。</translation>
    </message>
    <message>
        <source>The hub sends {name!r} with another size than it lists.</source>
        <translation>模型中心发送的 {name!r} 大小与其列出的不同。</translation>
    </message>
    <message>
        <source>The instance gets the rights of a role.</source>
        <translation>该实例会得到一个角色的权限。</translation>
    </message>
    <message>
        <source>The interface of {name} is one of {names}; not {api}.</source>
        <translation>{name} 的接口应为 {names} 之一，而不是 {api}。</translation>
    </message>
    <message>
        <source>The item is gone, unless the table keeps backups.</source>
        <translation>该项目会消失，除非表保留了备份。</translation>
    </message>
    <message>
        <source>The key for {title} holds characters that no key has.</source>
        <translation>{title} 的密钥含有密钥不会有的字符。</translation>
    </message>
    <message>
        <source>The key for {title} may not do this.{quoted}</source>
        <translation>{title} 的密钥没有此权限。{quoted}</translation>
    </message>
    <message>
        <source>The key is empty.</source>
        <translation>密钥为空。</translation>
    </message>
    <message>
        <source>The key is in your keyring.</source>
        <translation>密钥已存入密钥环。</translation>
    </message>
    <message>
        <source>The key is no longer paid for.</source>
        <translation>该密钥不再付费。</translation>
    </message>
    <message>
        <source>The key is on the clipboard.</source>
        <translation>密钥已复制到剪贴板。</translation>
    </message>
    <message>
        <source>The key is paid for again.</source>
        <translation>该密钥重新付费。</translation>
    </message>
    <message>
        <source>The key was removed.</source>
        <translation>已移除密钥。</translation>
    </message>
    <message>
        <source>The keyring did not remove the key for {name}.</source>
        <translation>密钥环没有移除 {name} 的密钥。</translation>
    </message>
    <message>
        <source>The last step first. {steps}</source>
        <translation>从最后一步开始。{steps}</translation>
    </message>
    <message>
        <source>The library does not say its version.</source>
        <translation>该库文件没有注明版本。</translation>
    </message>
    <message>
        <source>The library was written by a newer Baton.</source>
        <translation>该库文件由更新版本的 Baton 写入。</translation>
    </message>
    <message>
        <source>The limit of {title} is used up.</source>
        <translation>{title} 的限额已用完。</translation>
    </message>
    <message>
        <source>The line asks nothing.</source>
        <translation>该行没有提出任何问题。</translation>
    </message>
    <message>
        <source>The line is neither a text nor an object with a &apos;prompt&apos;.</source>
        <translation>该行既不是文本，也不是含 &apos;prompt&apos; 的对象。</translation>
    </message>
    <message>
        <source>The line is no JSON: write a text in quotes, or an object with a &apos;prompt&apos;.</source>
        <translation>该行不是 JSON：请写带引号的文本，或含 &apos;prompt&apos; 的对象。</translation>
    </message>
    <message>
        <source>The line is too long.</source>
        <translation>该行过长。</translation>
    </message>
    <message>
        <source>The list of AWS operations cannot be kept in {folder!r} ({why}), so that every start takes some seconds longer. Make the folder writable, or free space.</source>
        <translation>AWS 操作列表无法保存在 {folder!r} 中（{why}），因此每次启动都会多用几秒。请使该文件夹可写，或释放空间。</translation>
    </message>
    <message>
        <source>The list of local models cannot be read: {why}.</source>
        <translation>无法读取本地模型列表：{why}。</translation>
    </message>
    <message>
        <source>The list of local models cannot be saved: {why}.</source>
        <translation>无法保存本地模型列表：{why}。</translation>
    </message>
    <message>
        <source>The list of local models is damaged and cannot be moved aside: {why}.</source>
        <translation>本地模型列表已损坏，且无法移开：{why}。</translation>
    </message>
    <message>
        <source>The list of local models was damaged; it is kept as {name!r}. Downloaded models were found again; add other files again.</source>
        <translation>本地模型列表已损坏；它保留为 {name!r}。已重新找到下载的模型；请重新添加其他文件。</translation>
    </message>
    <message>
        <source>The list of local models was written by a newer Baton.</source>
        <translation>本地模型列表由更新版本的 Baton 写入。</translation>
    </message>
    <message>
        <source>The load balancer is no longer paid for.</source>
        <translation>该负载均衡器不再付费。</translation>
    </message>
    <message>
        <source>The load balancer itself; what passes through it is extra.</source>
        <translation>负载均衡器本身；经过它的流量另计。</translation>
    </message>
    <message>
        <source>The local model gave no sign of life for {seconds} s and was stopped.</source>
        <translation>本地模型在 {seconds} 秒内没有响应，已被停止。</translation>
    </message>
    <message>
        <source>The local model was unloaded.</source>
        <translation>本地模型已卸载。</translation>
    </message>
    <message>
        <source>The local model {model!r} was unloaded; it is loaded again when it is asked.</source>
        <translation>已卸载本地模型 {model!r}；再次提问时会重新加载。</translation>
    </message>
    <message>
        <source>The menu key offers what can be done with it.</source>
        <translation>按菜单键可查看可用的操作。</translation>
    </message>
    <message>
        <source>The message is always sent.</source>
        <translation>该消息将始终发送。</translation>
    </message>
    <message>
        <source>The message is pinned no more.</source>
        <translation>该消息已取消置顶。</translation>
    </message>
    <message>
        <source>The message was copied.</source>
        <translation>已复制消息。</translation>
    </message>
    <message>
        <source>The messages in the queue are lost.</source>
        <translation>队列中的消息会丢失。</translation>
    </message>
    <message>
        <source>The model</source>
        <translation>该模型</translation>
    </message>
    <message>
        <source>The model asked for tools {count} times and gave no answer, so the turn was ended. Ask for less at once, or choose another model.</source>
        <translation>模型已 {count} 次要求使用工具而没有给出回答，因此结束了此轮次。请一次少问一些，或另选模型。</translation>
    </message>
    <message>
        <source>The model cannot be made to call a tool: the request has none.</source>
        <translation>无法强制模型调用工具：请求中没有工具。</translation>
    </message>
    <message>
        <source>The model cannot be made to call {name!r}: the request has no such tool.</source>
        <translation>无法强制模型调用 {name!r}：请求中没有这个工具。</translation>
    </message>
    <message>
        <source>The model cannot be saved: {why}.</source>
        <translation>无法保存模型：{why}。</translation>
    </message>
    <message>
        <source>The model computes no numbers: its weights are damaged.</source>
        <translation>模型算不出数值：其权重已损坏。</translation>
    </message>
    <message>
        <source>The model gets no AWS tools</source>
        <translation>模型没有 AWS 工具</translation>
    </message>
    <message>
        <source>The model gets no AWS tools in this chat. Press to choose an account.</source>
        <translation>模型在此对话中没有 AWS 工具。按下可选择账户。</translation>
    </message>
    <message>
        <source>The model hub answered with status {status}.</source>
        <translation>模型中心应答状态 {status}。</translation>
    </message>
    <message>
        <source>The model hub asks to slow down.</source>
        <translation>模型中心要求放慢速度。</translation>
    </message>
    <message>
        <source>The model hub cannot be reached, or the connection broke.</source>
        <translation>无法访问模型中心，或连接中断。</translation>
    </message>
    <message>
        <source>The model hub did not answer in time.</source>
        <translation>模型中心没有及时应答。</translation>
    </message>
    <message>
        <source>The model hub does not take the token.</source>
        <translation>模型中心不接受该令牌。</translation>
    </message>
    <message>
        <source>The model hub does not take this search.</source>
        <translation>模型中心不接受此搜索。</translation>
    </message>
    <message>
        <source>The model hub sent {what}.</source>
        <translation>模型中心发送了{what}。</translation>
    </message>
    <message>
        <source>The model hub&apos;s answer does not end.</source>
        <translation>模型中心的应答没有结束。</translation>
    </message>
    <message>
        <source>The model that judges gave no judgement.</source>
        <translation>负责审核的模型没有给出判断。</translation>
    </message>
    <message>
        <source>The model wrote no summary.</source>
        <translation>模型没有写出总结。</translation>
    </message>
    <message>
        <source>The model&apos;s context is too small for a summary.</source>
        <translation>模型的上下文太小，无法总结。</translation>
    </message>
    <message>
        <source>The model&apos;s own</source>
        <translation>模型自身的上限</translation>
    </message>
    <message>
        <source>The model&apos;s own file, and how the settings have it loaded</source>
        <translation>模型文件本身，以及设置中的加载方式</translation>
    </message>
    <message>
        <source>The name of a preset of parameters, such as precise: new chats and baton ask begin with what the model takes of it. Empty: the model&apos;s own defaults.</source>
        <translation>参数预设的名称，例如 precise：新对话和 baton ask 会采用其中模型接受的部分。留空：使用模型自己的默认值。</translation>
    </message>
    <message>
        <source>The name {key!r} in {path}</source>
        <translation>{path} 中的名称 {key!r}</translation>
    </message>
    <message>
        <source>The name {twice} stands twice in one object.</source>
        <translation>名称 {twice} 在同一对象中出现两次。</translation>
    </message>
    <message>
        <source>The name {word} would trust other accounts too.</source>
        <translation>名称 {word} 会同时信任其他账户。</translation>
    </message>
    <message>
        <source>The next of these that can answer does, in this order. With none, what fails in the cloud is answered by a model on this machine, and AWS requests without any.</source>
        <translation>按此顺序由下一个能回答的模型回答。未指定时，云端失败的由本机上的模型回答，AWS 请求则无需模型。</translation>
    </message>
    <message>
        <source>The note of the provider&apos;s batches beside {target} is damaged.</source>
        <translation>{target} 旁记录提供商批次的文件已损坏。</translation>
    </message>
    <message>
        <source>The number of the history&apos;s layout was damaged and was set right: its tables are those of layout {version}. As it was before, it is kept as {file}.</source>
        <translation>历史记录的结构版本号已损坏并已更正：其表属于结构版本 {version}。更正前的文件保存为 {file}。</translation>
    </message>
    <message>
        <source>The number {text} is too large.</source>
        <translation>数字 {text} 过大。</translation>
    </message>
    <message>
        <source>The object that is there now is overwritten, and the bucket keeps no versions.</source>
        <translation>现有对象会被覆盖，而存储桶不保留版本。</translation>
    </message>
    <message>
        <source>The offline recogniser</source>
        <translation>离线识别器</translation>
    </message>
    <message>
        <source>The offline recogniser reads what you type, and no files.</source>
        <translation>离线识别器只读取你输入的文字，不读取文件。</translation>
    </message>
    <message numerus="yes">
        <source>The oldest turn could not be summarised: {error}</source>
        <comment>The {count} oldest turns could not be summarised: {error}</comment>
        <translation>
            <numerusform>无法总结最早的 {count} 个轮次：{error}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The oldest turn is not sent to the model</source>
        <comment>The {count} oldest turns are not sent to the model</comment>
        <translation>
            <numerusform>最早的 {count} 个轮次不发送给模型</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The oldest turn: not sent</source>
        <comment>The {count} oldest turns: not sent</comment>
        <translation>
            <numerusform>最早的 {count} 个轮次：未发送</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The oldest turn: sent as a summary</source>
        <comment>The {count} oldest turns: sent as a summary</comment>
        <translation>
            <numerusform>最早的 {count} 个轮次：以摘要发送</numerusform>
        </translation>
    </message>
    <message>
        <source>The only keyring found keeps keys in a plain file.</source>
        <translation>找到的唯一密钥环以明文文件保存密钥。</translation>
    </message>
    <message>
        <source>The operation does not take these parameters.</source>
        <translation>该操作不接受这些参数。</translation>
    </message>
    <message>
        <source>The operation has no such parameter. Leave it out.</source>
        <translation>该操作没有此参数。请去掉它。</translation>
    </message>
    <message>
        <source>The parameter {name} of {title} is a number, a text or a list of texts.</source>
        <translation>{title} 的参数 {name} 应为数字、文本或文本列表。</translation>
    </message>
    <message>
        <source>The parameters are not plain JSON.</source>
        <translation>参数不是纯 JSON。</translation>
    </message>
    <message>
        <source>The parameters do not fit: {problem}</source>
        <translation>参数不合适：{problem}</translation>
    </message>
    <message>
        <source>The parameters of {id} do not fit: {problem}</source>
        <translation>{id} 的参数不合适：{problem}</translation>
    </message>
    <message>
        <source>The parameters of {operation} do not fit: {problem}</source>
        <translation>{operation} 的参数不合适：{problem}</translation>
    </message>
    <message>
        <source>The pinned messages ({pinned}) and this one take {tokens}, and {model} has room for {most} of its {context}: the rest is kept for the answer. Nothing was sent.</source>
        <translation>置顶的消息（{pinned}）与此消息共占用 {tokens}，而 {model} 的 {context} 中可用 {most}：其余留给回答。未发送任何内容。</translation>
    </message>
    <message>
        <source>The plan does not fit: {problem}</source>
        <translation>计划不合适：{problem}</translation>
    </message>
    <message>
        <source>The plan was refused, so nothing was carried out.</source>
        <translation>计划被拒绝，因此未执行任何内容。</translation>
    </message>
    <message>
        <source>The plan was refused. Nothing was sent to AWS.</source>
        <translation>计划被拒绝。没有向 AWS 发送任何内容。</translation>
    </message>
    <message>
        <source>The playbook {name} cannot be used: {error}</source>
        <translation>巡检手册 {name} 无法使用：{error}</translation>
    </message>
    <message>
        <source>The playbooks in {folder} cannot be read: {why}.</source>
        <translation>无法读取 {folder} 中的巡检手册：{why}。</translation>
    </message>
    <message>
        <source>The policy allows every action of {service}.</source>
        <translation>该策略允许 {service} 的所有操作。</translation>
    </message>
    <message>
        <source>The policy allows every action.</source>
        <translation>该策略允许所有操作。</translation>
    </message>
    <message>
        <source>The policy allows everything but what it lists.</source>
        <translation>该策略允许除所列之外的一切。</translation>
    </message>
    <message>
        <source>The policy allows it for now: {rule}.</source>
        <translation>策略暂时允许：{rule}。</translation>
    </message>
    <message>
        <source>The policy allows it: {rule}.</source>
        <translation>策略允许：{rule}。</translation>
    </message>
    <message>
        <source>The policy allows {action} on everything: {means}.</source>
        <translation>该策略允许对所有资源执行 {action}：{means}。</translation>
    </message>
    <message>
        <source>The policy became stricter before this had its turn, so it was not carried out.</source>
        <translation>轮到它之前策略变得更严格，因此未执行。</translation>
    </message>
    <message>
        <source>The policy became stricter while this was decided, so it was not carried out.</source>
        <translation>决定期间策略变得更严格，因此未执行。</translation>
    </message>
    <message>
        <source>The policy cannot be used, so changes are denied: {problem}</source>
        <translation>策略无法使用，因此拒绝更改：{problem}</translation>
    </message>
    <message>
        <source>The policy cannot be used, so changes are denied: {problem} And {count} more.</source>
        <translation>策略无法使用，因此拒绝更改：{problem}另有 {count} 处。</translation>
    </message>
    <message>
        <source>The policy cannot be used, so even reads are asked about: {problem}</source>
        <translation>策略无法使用，因此连读取也须询问：{problem}</translation>
    </message>
    <message>
        <source>The policy could not be asked, so changes are refused. The log says why.</source>
        <translation>无法查询策略，因此拒绝更改。原因见日志。</translation>
    </message>
    <message>
        <source>The policy covers every resource but those it lists.</source>
        <translation>该策略涵盖除所列之外的所有资源。</translation>
    </message>
    <message>
        <source>The policy denies it: {rule}.</source>
        <translation>策略拒绝：{rule}。</translation>
    </message>
    <message>
        <source>The policy does not allow it. Nothing was sent to AWS.</source>
        <translation>策略不允许。没有向 AWS 发送任何内容。</translation>
    </message>
    <message>
        <source>The policy does not allow this, so it was not carried out.</source>
        <translation>策略不允许，因此未执行。</translation>
    </message>
    <message>
        <source>The policy file cannot be read: {why}.</source>
        <translation>无法读取策略文件：{why}。</translation>
    </message>
    <message>
        <source>The policy file has gone. Put it back, or restart Baton to go on without one.</source>
        <translation>策略文件已不存在。请放回，或重新启动 Baton 以在没有策略的情况下继续。</translation>
    </message>
    <message>
        <source>The policy has it asked about: {rule}.</source>
        <translation>策略要求询问：{rule}。</translation>
    </message>
    <message>
        <source>The policy has problems, so nothing was written to it: {problem}</source>
        <translation>策略有问题，因此未写入任何内容：{problem}</translation>
    </message>
    <message>
        <source>The policy has problems: {problem}</source>
        <translation>策略有问题：{problem}</translation>
    </message>
    <message>
        <source>The policy is read only.</source>
        <translation>策略为只读。</translation>
    </message>
    <message>
        <source>The policy lets account {account} in.</source>
        <translation>该策略允许账户 {account} 进入。</translation>
    </message>
    <message>
        <source>The policy lets anyone in the world do what it allows.</source>
        <translation>该策略允许世界上任何人执行它允许的操作。</translation>
    </message>
    <message>
        <source>The policy lets anyone in the world in who meets its conditions.</source>
        <translation>该策略允许世界上任何满足其条件的人进入。</translation>
    </message>
    <message>
        <source>The policy lets everyone in but those it lists.</source>
        <translation>该策略允许除所列之外的所有人进入。</translation>
    </message>
    <message>
        <source>The policy lets in whom {name} has signed in, whoever it says they are.</source>
        <translation>该策略允许由 {name} 登录的人进入，无论其自称是谁。</translation>
    </message>
    <message>
        <source>The policy lets in whom {name} has signed in.</source>
        <translation>该策略允许由 {name} 登录的人进入。</translation>
    </message>
    <message>
        <source>The policy says one thing twice, and which of the two counts is not certain.</source>
        <translation>该策略把一件事写了两次，哪一个有效并不确定。</translation>
    </message>
    <message>
        <source>The policy wants a name typed: {rule}.</source>
        <translation>策略要求输入名称：{rule}。</translation>
    </message>
    <message>
        <source>The preset {name}: {error}</source>
        <translation>预设 {name}：{error}</translation>
    </message>
    <message>
        <source>The preset {title} holds no parameter.</source>
        <translation>预设 {title} 不含任何参数。</translation>
    </message>
    <message>
        <source>The price of {id} is unknown: {budget} does not count it.</source>
        <translation>{id} 的价格未知：{budget}不计入它。</translation>
    </message>
    <message>
        <source>The process for local models cannot be started.</source>
        <translation>无法启动本地模型的进程。</translation>
    </message>
    <message>
        <source>The process for local models said something that makes no sense.</source>
        <translation>本地模型的进程发来了无法理解的内容。</translation>
    </message>
    <message>
        <source>The process of the local model {name!r} ended unexpectedly.</source>
        <translation>本地模型 {name!r} 的进程意外结束。</translation>
    </message>
    <message>
        <source>The prompt {name} came with Baton and cannot be changed.</source>
        <translation>提示词 {name} 是 Baton 自带的，无法更改。</translation>
    </message>
    <message>
        <source>The prompt {name} came with Baton and cannot be deleted.</source>
        <translation>提示词 {name} 是 Baton 自带的，无法删除。</translation>
    </message>
    <message>
        <source>The prompt {name} came with Baton and cannot be renamed.</source>
        <translation>提示词 {name} 是 Baton 自带的，无法重命名。</translation>
    </message>
    <message>
        <source>The prompt {name} cannot be saved: {fault}</source>
        <translation>无法保存提示词 {name}：{fault}</translation>
    </message>
    <message>
        <source>The prompt {name} cannot be used: {problem}</source>
        <translation>提示词 {name} 无法使用：{problem}</translation>
    </message>
    <message>
        <source>The prompt {name} has no variable {variable}.</source>
        <translation>提示词 {name} 没有变量 {variable}。</translation>
    </message>
    <message>
        <source>The prompt {name} holds half a character, which no file can hold.</source>
        <translation>提示词 {name} 含有半个字符，任何文件都无法存储。</translation>
    </message>
    <message>
        <source>The prompt {name} needs a value for: {names}.</source>
        <translation>提示词 {name} 需要填写：{names}。</translation>
    </message>
    <message>
        <source>The prompt {name} takes {size} bytes; {most} is the most.</source>
        <translation>提示词 {name} 占 {size} 字节；上限为 {most}。</translation>
    </message>
    <message>
        <source>The prompt {name} was changed outside Baton meanwhile.</source>
        <translation>提示词 {name} 已在 Baton 之外被更改。</translation>
    </message>
    <message>
        <source>The prompt&apos;s text</source>
        <translation>提示词的文本</translation>
    </message>
    <message>
        <source>The provider answers no more lines; what it has answered is kept.</source>
        <translation>提供商不再回答剩余的行；已回答的会保留。</translation>
    </message>
    <message>
        <source>The provider is at work on a batch for {target}.</source>
        <translation>提供商正在处理 {target} 的批次。</translation>
    </message>
    <message>
        <source>The provider is at work on {batch}: {ended} of {total} lines have ended.</source>
        <translation>提供商正在处理 {batch}：{total} 行中已完成 {ended} 行。</translation>
    </message>
    <message>
        <source>The provider is cancelling {batch}: {ended} of {total} lines have ended.</source>
        <translation>提供商正在取消 {batch}：{total} 行中已完成 {ended} 行。</translation>
    </message>
    <message>
        <source>The provider no longer knows the batch {batch_id}.</source>
        <translation>提供商已找不到批次 {batch_id}。</translation>
    </message>
    <message>
        <source>The provider sent no answer for this line. Go on with --resume to send it again.</source>
        <translation>提供商没有返回此行的回答。请用 --resume 重新发送。</translation>
    </message>
    <message>
        <source>The provider&apos;s filter ended the answer.</source>
        <translation>提供商的过滤器终止了回答。</translation>
    </message>
    <message>
        <source>The provider&apos;s filter ended this answer. Put it differently, or choose another model.</source>
        <translation>提供商的过滤器终止了此回答。请换一种说法，或选择其他模型。</translation>
    </message>
    <message>
        <source>The proxy is system, none, or an address as in http://proxy.example.com:3128.</source>
        <translation>代理应为 system、none，或形如 http://proxy.example.com:3128 的地址。</translation>
    </message>
    <message>
        <source>The proxy that the settings name cannot be used.</source>
        <translation>设置中指定的代理无法使用。</translation>
    </message>
    <message>
        <source>The proxy that the settings name speaks SOCKS, which Baton does not.</source>
        <translation>设置中指定的代理使用 SOCKS，Baton 不支持。</translation>
    </message>
    <message>
        <source>The proxy that {origin} names cannot be used.</source>
        <translation>由{origin}指定的代理无法使用。</translation>
    </message>
    <message>
        <source>The proxy that {origin} names speaks SOCKS, which Baton does not.</source>
        <translation>由{origin}指定的代理使用 SOCKS，Baton 不支持。</translation>
    </message>
    <message>
        <source>The proxy wants a log-in.</source>
        <translation>代理要求登录。</translation>
    </message>
    <message>
        <source>The proxy {proxy} cannot be reached.</source>
        <translation>无法连接代理 {proxy}。</translation>
    </message>
    <message>
        <source>The proxy {proxy} did not connect to {where} ({said}).</source>
        <translation>代理 {proxy} 未能连接到 {where}（{said}）。</translation>
    </message>
    <message>
        <source>The proxy {proxy} wants a log-in, or does not accept the one it got.</source>
        <translation>代理 {proxy} 要求登录，或不接受所提供的登录信息。</translation>
    </message>
    <message>
        <source>The proxy&apos;s address, port 4000 unless told otherwise; the key is its master key or a virtual one.</source>
        <translation>代理的地址，如无特别指定为端口 4000；密钥是其主密钥或虚拟密钥。</translation>
    </message>
    <message>
        <source>The query ends too early (character {number}).</source>
        <translation>查询过早结束（第 {number} 个字符）。</translation>
    </message>
    <message>
        <source>The query ends too early.</source>
        <translation>查询过早结束。</translation>
    </message>
    <message>
        <source>The query finds nothing in the answer.</source>
        <translation>查询在回答中没有找到任何内容。</translation>
    </message>
    <message>
        <source>The query is empty.</source>
        <translation>查询为空。</translation>
    </message>
    <message>
        <source>The record of what was sent is damaged on disk.</source>
        <translation>发送记录在磁盘上已损坏。</translation>
    </message>
    <message>
        <source>The region {region} is not enabled for {title!r}, so nothing can be done there.</source>
        <translation>{title!r} 未启用区域 {region}，因此无法在那里执行任何操作。</translation>
    </message>
    <message>
        <source>The region&apos;s prices are estimated from those of us-east-1.</source>
        <translation>该区域的价格按 us-east-1 的价格估算。</translation>
    </message>
    <message>
        <source>The report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>The request holds a number that is none, or is infinite.</source>
        <translation>请求中含有无效或无限的数字。</translation>
    </message>
    <message>
        <source>The request holds what cannot be written as JSON: a number without end, or data that nests too deeply.</source>
        <translation>请求中有无法写成 JSON 的内容：无限的数字，或嵌套过深的数据。</translation>
    </message>
    <message>
        <source>The request to {title} failed.</source>
        <translation>对 {title} 的请求失败。</translation>
    </message>
    <message>
        <source>The rest of the answer is not shown</source>
        <translation>回答的其余部分未显示</translation>
    </message>
    <message>
        <source>The rules for vendors&apos; keys are being made ready, which takes a while the first time.</source>
        <translation>正在准备各提供商密钥的识别规则，首次需要一些时间。</translation>
    </message>
    <message>
        <source>The rules get new ids.</source>
        <translation>规则会得到新的 ID。</translation>
    </message>
    <message>
        <source>The rules that find secrets cannot be loaded on this machine.</source>
        <translation>此计算机上无法加载检测机密的规则。</translation>
    </message>
    <message>
        <source>The same model writes a summary, which is sent in their place</source>
        <translation>由同一模型撰写摘要，并代替它们发送</translation>
    </message>
    <message>
        <source>The same seed, prompt and parameters give the same answer, where the model allows it.</source>
        <translation>在模型支持的情况下，相同的种子、提示词和参数会得到相同的回答。</translation>
    </message>
    <message>
        <source>The schema holds a secret in a name or a pattern, where it cannot be hidden. Nothing was sent.</source>
        <translation>schema 的名称或模式中含有机密，无法隐藏。未发送任何内容。</translation>
    </message>
    <message>
        <source>The schema is longer than {most} characters.</source>
        <translation>schema 超过 {most} 个字符。</translation>
    </message>
    <message>
        <source>The schema is nested more than {most} levels deep.</source>
        <translation>schema 嵌套超过 {most} 层。</translation>
    </message>
    <message>
        <source>The schema is nested too deeply.</source>
        <translation>schema 嵌套过深。</translation>
    </message>
    <message>
        <source>The schema is no plain JSON.</source>
        <translation>schema 不是纯 JSON。</translation>
    </message>
    <message>
        <source>The schema refers to {ref}, which is not in it.</source>
        <translation>schema 引用了 {ref}，但其中没有。</translation>
    </message>
    <message>
        <source>The schema refers to {target}, which is not in it.</source>
        <translation>schema 引用了 {target}，但其中没有。</translation>
    </message>
    <message>
        <source>The schema refers to {target}; Baton fetches nothing, so write it into the schema.</source>
        <translation>schema 引用了 {target}；Baton 不会获取外部内容，请写入 schema。</translation>
    </message>
    <message>
        <source>The secret is deleted at once and cannot be brought back.</source>
        <translation>该机密会立即删除，且无法恢复。</translation>
    </message>
    <message>
        <source>The secret is gone at once and for good.</source>
        <translation>该机密会立即永久消失。</translation>
    </message>
    <message>
        <source>The secret is no longer paid for.</source>
        <translation>该机密不再付费。</translation>
    </message>
    <message>
        <source>The secret key is shown once, in the answer.</source>
        <translation>私有密钥只在应答中显示一次。</translation>
    </message>
    <message>
        <source>The service will run nothing.</source>
        <translation>该服务将不运行任何内容。</translation>
    </message>
    <message>
        <source>The settings file could not be read ({reason}); it is kept as {kept}. The defaults are used, but AWS is read only and reads are asked about, until you set that again.</source>
        <translation>无法读取设置文件（{reason}）；已保存为 {kept}。现使用默认值，但在你重新设置之前，AWS 为只读且读取须询问。</translation>
    </message>
    <message>
        <source>The settings hold no password: write only the user, and keep it with: baton keys set {proxy_key}.</source>
        <translation>设置中不保存密码：只填写用户名，密码用 baton keys set {proxy_key} 保存。</translation>
    </message>
    <message>
        <source>The sign-in could not be kept: ~/.aws/sso/cache cannot be written.</source>
        <translation>无法保存登录：~/.aws/sso/cache 不可写。</translation>
    </message>
    <message>
        <source>The sign-in for {account} has expired or is missing.</source>
        <translation>{account} 的登录已过期或不存在。</translation>
    </message>
    <message>
        <source>The sign-in leads to an address that is not https, so it was not opened.</source>
        <translation>登录指向一个非 https 地址，因此没有打开。</translation>
    </message>
    <message>
        <source>The sign-in leads to {host!r}, which is neither AWS&apos;s nor the host of its start address, so it was not opened.</source>
        <translation>登录指向 {host!r}，它既不属于 AWS，也不是起始地址的主机，因此没有打开。</translation>
    </message>
    <message>
        <source>The sign-in was refused in the browser.</source>
        <translation>登录在浏览器中被拒绝。</translation>
    </message>
    <message>
        <source>The size comes from a snapshot, so what it costs is unknown.</source>
        <translation>大小取自快照，因此费用未知。</translation>
    </message>
    <message>
        <source>The statement begins with {word}: it changes who may do what.</source>
        <translation>语句以 {word} 开头：它会更改谁有哪些权限。</translation>
    </message>
    <message>
        <source>The statement begins with {word}: it deletes.</source>
        <translation>语句以 {word} 开头：它会删除。</translation>
    </message>
    <message>
        <source>The statement deletes.</source>
        <translation>该语句会删除。</translation>
    </message>
    <message>
        <source>The surprise it aims at; lower is more predictable.</source>
        <translation>目标意外程度；越低越可预测。</translation>
    </message>
    <message>
        <source>The system ended {name!r} because memory ran out.</source>
        <translation>由于内存耗尽，系统结束了 {name!r}。</translation>
    </message>
    <message>
        <source>The system&apos;s keyring cannot be used.</source>
        <translation>系统密钥环无法使用。</translation>
    </message>
    <message>
        <source>The system&apos;s keyring does not answer.</source>
        <translation>系统密钥环没有响应。</translation>
    </message>
    <message>
        <source>The system&apos;s keyring is locked.</source>
        <translation>系统密钥环已锁定。</translation>
    </message>
    <message>
        <source>The tags of what it touches are not known, and a rule needs them: {rule}.</source>
        <translation>所涉资源的标签未知，而有规则需要用到：{rule}。</translation>
    </message>
    <message>
        <source>The temperature moves by up to this much, up where many words fit and down where few do; 0 is off.</source>
        <translation>温度最多变动这么多：合适的词多时升高，少时降低；0 表示关闭。</translation>
    </message>
    <message>
        <source>The template has {kind}, which says who may do what.</source>
        <translation>模板中有 {kind}，它规定谁有哪些权限。</translation>
    </message>
    <message>
        <source>The template may create roles and policies.</source>
        <translation>该模板可以创建角色和策略。</translation>
    </message>
    <message>
        <source>The text is empty.</source>
        <translation>文本为空。</translation>
    </message>
    <message>
        <source>The text is too long for any model.</source>
        <translation>该文本对任何模型都过长。</translation>
    </message>
    <message>
        <source>The text {text!r}… takes {count} tokens, and the model is loaded with room for {room}.</source>
        <translation>文本 {text!r}… 需要 {count} 个 token，而模型加载时只留了 {room} 个的空间。</translation>
    </message>
    <message>
        <source>The tool {name!r}: {message}</source>
        <translation>工具 {name!r}：{message}</translation>
    </message>
    <message>
        <source>The user will no longer be asked for a second factor.</source>
        <translation>不再要求该用户提供第二验证因素。</translation>
    </message>
    <message>
        <source>The variable {name} has an empty choice, or one with a comma in it.</source>
        <translation>变量 {name} 有空选项，或选项中含有逗号。</translation>
    </message>
    <message>
        <source>The variable {name} has more than {most} choices.</source>
        <translation>变量 {name} 的选项超过 {most} 个。</translation>
    </message>
    <message>
        <source>The variable {name} is a choice and names no choices.</source>
        <translation>变量 {name} 是选项，但没有列出任何选项。</translation>
    </message>
    <message>
        <source>The variable {name} is described twice.</source>
        <translation>变量 {name} 描述了两次。</translation>
    </message>
    <message>
        <source>The variable {name} is of several lines; only a text can be.</source>
        <translation>变量 {name} 为多行；只有文本可以多行。</translation>
    </message>
    <message>
        <source>The variable {name} names a choice twice.</source>
        <translation>变量 {name} 有重复的选项。</translation>
    </message>
    <message>
        <source>The variable {name} names choices; that needs kind: choice.</source>
        <translation>变量 {name} 列出了选项；这需要 kind: choice。</translation>
    </message>
    <message>
        <source>The vendor did not answer this line within the time a batch has. Go on with --resume to send it again.</source>
        <translation>提供商没有在批次时限内应答这一行。用 --resume 继续可重新发送。</translation>
    </message>
    <message>
        <source>The way back does not fit any more.</source>
        <translation>撤销方法已不再适用。</translation>
    </message>
    <message>
        <source>The way back holds a secret, which is written nowhere: it can be undone only as long as Baton runs.</source>
        <translation>撤销方法中含有机密，不会写入任何地方：只有在 Baton 运行期间才能撤销。</translation>
    </message>
    <message>
        <source>The way back was not kept.</source>
        <translation>撤销方法未被保存。</translation>
    </message>
    <message>
        <source>The whole entry</source>
        <translation>完整条目</translation>
    </message>
    <message>
        <source>The window can be shown ({platform}).</source>
        <translation>可以显示窗口（{platform}）。</translation>
    </message>
    <message>
        <source>The {word} has no WHERE: it takes every row.</source>
        <translation>{word} 没有 WHERE：它会作用于每一行。</translation>
    </message>
    <message>
        <source>Their history begins anew.</source>
        <translation>其历史记录重新开始。</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Theme: dark</source>
        <translation>主题：深色</translation>
    </message>
    <message>
        <source>Theme: follow the system</source>
        <translation>主题：跟随系统</translation>
    </message>
    <message>
        <source>Theme: light</source>
        <translation>主题：浅色</translation>
    </message>
    <message>
        <source>Then the model is asked again.</source>
        <translation>之后会重新询问模型。</translation>
    </message>
    <message>
        <source>There are corrections of: {names}.</source>
        <translation>已有更正：{names}。</translation>
    </message>
    <message>
        <source>There are no AWS credentials for {account}.</source>
        <translation>{account} 没有 AWS 凭证。</translation>
    </message>
    <message>
        <source>There are no conversations in this file: it is an empty list.</source>
        <translation>此文件中没有对话：它是一个空列表。</translation>
    </message>
    <message>
        <source>There are no corrections.</source>
        <translation>没有更正。</translation>
    </message>
    <message>
        <source>There are two endpoints named {name}; give one another name.</source>
        <translation>有两个名为 {name} 的端点；请为其中一个改名。</translation>
    </message>
    <message>
        <source>There are {count} here.</source>
        <translation>这里有 {count} 个。</translation>
    </message>
    <message>
        <source>There are {count} playbooks; only the first {most} are read.</source>
        <translation>共有 {count} 个巡检手册；只读取前 {most} 个。</translation>
    </message>
    <message>
        <source>There are {count}; only the first {most} were looked at.</source>
        <translation>共有 {count} 项；只查看了前 {most} 项。</translation>
    </message>
    <message>
        <source>There are {names}.</source>
        <translation>现有 {names}。</translation>
    </message>
    <message>
        <source>There are: {names}.</source>
        <translation>现有：{names}。</translation>
    </message>
    <message>
        <source>There are: {providers}; others can be added in Settings &gt; Endpoints.</source>
        <translation>现有：{providers}；可在“设置 &gt; 端点”中添加其他的。</translation>
    </message>
    <message>
        <source>There is a GPU by {maker}, and llama.cpp is not built for it; local models run on the processor.</source>
        <translation>有一块 {maker} 的 GPU，但 llama.cpp 不是为它构建的；本地模型在处理器上运行。</translation>
    </message>
    <message>
        <source>There is a GPU by {maker}, and llama.cpp, built for {names}, does not see it; local models run on the processor.</source>
        <translation>有一块 {maker} 的 GPU，但为 {names} 构建的 llama.cpp 看不到它；本地模型在处理器上运行。</translation>
    </message>
    <message>
        <source>There is a message {id} in this conversation already.</source>
        <translation>此对话中已有消息 {id}。</translation>
    </message>
    <message>
        <source>There is a preset {title!r} already.</source>
        <translation>已有预设 {title!r}。</translation>
    </message>
    <message>
        <source>There is a prompt {name} again.</source>
        <translation>又有了提示词 {name}。</translation>
    </message>
    <message>
        <source>There is a prompt {name} already.</source>
        <translation>已有名为 {name} 的提示词。</translation>
    </message>
    <message>
        <source>There is an endpoint {name} already. Choose another name.</source>
        <translation>已有名为 {name} 的端点。请换一个名称。</translation>
    </message>
    <message>
        <source>There is another key; give it to the programs that may ask.</source>
        <translation>已生成新密钥；请将其提供给可以请求的程序。</translation>
    </message>
    <message>
        <source>There is more than one code block in the answer.</source>
        <translation>回答中有多个代码块。</translation>
    </message>
    <message>
        <source>There is no AWS profile {account}.</source>
        <translation>没有 AWS 配置文件 {account}。</translation>
    </message>
    <message>
        <source>There is no AWS profile {name!r}.</source>
        <translation>没有 AWS 配置文件 {name!r}。</translation>
    </message>
    <message>
        <source>There is no GPU that llama.cpp can use here, and models are to lie on the GPU or not at all. Choose another policy in Settings &gt; Local models; baton doctor says why there is none.</source>
        <translation>这里没有 llama.cpp 可用的 GPU，而模型设为全部放在 GPU 上，否则不加载。请在“设置 &gt; 本地模型”中选择其他方式；baton doctor 会说明原因。</translation>
    </message>
    <message>
        <source>There is no GPU that llama.cpp can use; local models run on the processor.</source>
        <translation>没有 llama.cpp 可用的 GPU；本地模型在处理器上运行。</translation>
    </message>
    <message>
        <source>There is no account or no region to ask in.</source>
        <translation>没有可询问的账户或区域。</translation>
    </message>
    <message>
        <source>There is no account {key!r}.</source>
        <translation>没有账户 {key!r}。</translation>
    </message>
    <message>
        <source>There is no account {word}.</source>
        <translation>没有账户 {word}。</translation>
    </message>
    <message>
        <source>There is no answer of step {step} yet.</source>
        <translation>步骤 {step} 尚无结果。</translation>
    </message>
    <message>
        <source>There is no backup {name}.</source>
        <translation>没有备份 {name}。</translation>
    </message>
    <message>
        <source>There is no conversation {conversation_id}.</source>
        <translation>没有对话 {conversation_id}。</translation>
    </message>
    <message>
        <source>There is no display: neither WAYLAND_DISPLAY nor DISPLAY names one that answers.</source>
        <translation>没有显示器：WAYLAND_DISPLAY 和 DISPLAY 均未指向有响应的显示器。</translation>
    </message>
    <message>
        <source>There is no endpoint for region {region!r}.</source>
        <translation>区域 {region!r} 没有端点。</translation>
    </message>
    <message>
        <source>There is no file {name}.</source>
        <translation>没有文件 {name}。</translation>
    </message>
    <message>
        <source>There is no file {path!r}.</source>
        <translation>没有文件 {path!r}。</translation>
    </message>
    <message>
        <source>There is no key for {name}.</source>
        <translation>没有 {name} 的密钥。</translation>
    </message>
    <message>
        <source>There is no key for {title}.</source>
        <translation>{title} 没有密钥。</translation>
    </message>
    <message>
        <source>There is no key {name}.</source>
        <translation>没有密钥 {name}。</translation>
    </message>
    <message>
        <source>There is no key. Set one: baton keys set {name}</source>
        <translation>没有密钥。请设置：baton keys set {name}</translation>
    </message>
    <message>
        <source>There is no keyring.</source>
        <translation>没有密钥环。</translation>
    </message>
    <message>
        <source>There is no local model {name!r}.</source>
        <translation>没有本地模型 {name!r}。</translation>
    </message>
    <message>
        <source>There is no memory for a context of {count} tokens.</source>
        <translation>内存不足以容纳 {count} 个 token 的上下文。</translation>
    </message>
    <message>
        <source>There is no message {id}; its conversation may have been deleted.</source>
        <translation>没有消息 {id}；其对话可能已被删除。</translation>
    </message>
    <message>
        <source>There is no message {node_id} in this conversation.</source>
        <translation>此对话中没有消息 {node_id}。</translation>
    </message>
    <message>
        <source>There is no message {parent_id} to stand under in this conversation.</source>
        <translation>此对话中没有可挂靠的消息 {parent_id}。</translation>
    </message>
    <message>
        <source>There is no model hub at this address.</source>
        <translation>此地址没有模型中心。</translation>
    </message>
    <message>
        <source>There is no model service at {url}.</source>
        <translation>{url} 没有模型服务。</translation>
    </message>
    <message>
        <source>There is no model that can answer this.</source>
        <translation>没有能回答此问题的模型。</translation>
    </message>
    <message>
        <source>There is no model that sees pictures.</source>
        <translation>没有能查看图片的模型。</translation>
    </message>
    <message>
        <source>There is no model {model}.</source>
        <translation>没有模型 {model}。</translation>
    </message>
    <message>
        <source>There is no operation {id!r}.</source>
        <translation>没有操作 {id!r}。</translation>
    </message>
    <message>
        <source>There is no operation {id}.</source>
        <translation>没有操作 {id}。</translation>
    </message>
    <message>
        <source>There is no operation {operation}.</source>
        <translation>没有操作 {operation}。</translation>
    </message>
    <message>
        <source>There is no plan {plan_id}.</source>
        <translation>没有计划 {plan_id}。</translation>
    </message>
    <message>
        <source>There is no playbook {name}.</source>
        <translation>没有巡检手册 {name}。</translation>
    </message>
    <message>
        <source>There is no preset {name!r}.</source>
        <translation>没有预设 {name!r}。</translation>
    </message>
    <message>
        <source>There is no preset {name}.</source>
        <translation>没有预设 {name}。</translation>
    </message>
    <message>
        <source>There is no prompt {name} of your own.</source>
        <translation>你没有名为 {name} 的自定义提示词。</translation>
    </message>
    <message>
        <source>There is no prompt {name}.</source>
        <translation>没有提示词 {name}。</translation>
    </message>
    <message>
        <source>There is no provider {name}.</source>
        <translation>没有提供商 {name}。</translation>
    </message>
    <message>
        <source>There is no provider {provider} that takes a key.</source>
        <translation>没有需要密钥的提供商 {provider}。</translation>
    </message>
    <message>
        <source>There is no public repository {repository!r}, or no such file in it.</source>
        <translation>没有公开的仓库 {repository!r}，或其中没有该文件。</translation>
    </message>
    <message>
        <source>There is no region {region} for {title}.</source>
        <translation>{title} 没有区域 {region}。</translation>
    </message>
    <message>
        <source>There is no room for a backup of the history: it takes {needed} MB.</source>
        <translation>没有足够空间备份历史记录：需要 {needed} MB。</translation>
    </message>
    <message>
        <source>There is no rule {name} in the policy.</source>
        <translation>策略中没有规则 {name}。</translation>
    </message>
    <message>
        <source>There is no setting {name}.</source>
        <translation>没有名为 {name} 的设置。</translation>
    </message>
    <message>
        <source>There is no such download.</source>
        <translation>没有该下载。</translation>
    </message>
    <message>
        <source>There is no such work any more.</source>
        <translation>该任务已不存在。</translation>
    </message>
    <message>
        <source>There is no system keyring.</source>
        <translation>系统中没有密钥环。</translation>
    </message>
    <message>
        <source>There is no token {text!r}; this model has {count}.</source>
        <translation>没有 token {text!r}；此模型有 {count} 个。</translation>
    </message>
    <message>
        <source>There is no unfinished download of {name!r} from {repository!r}.</source>
        <translation>没有来自 {repository!r} 的 {name!r} 的未完成下载。</translation>
    </message>
    <message>
        <source>There is no usable key for {title}.</source>
        <translation>{title} 没有可用的密钥。</translation>
    </message>
    <message>
        <source>There is no way back.</source>
        <translation>此操作无法撤销。</translation>
    </message>
    <message>
        <source>There is no way to send the PDF {name!r} to {model!r} as a file.</source>
        <translation>无法将 PDF {name!r} 作为文件发送给 {model!r}。</translation>
    </message>
    <message>
        <source>There is nobody to ask next for that answer.</source>
        <translation>该回答没有下一个可询问的模型。</translation>
    </message>
    <message>
        <source>There is nothing here to look at.</source>
        <translation>这里没有可查看的内容。</translation>
    </message>
    <message>
        <source>There is nothing more to load.</source>
        <translation>没有更多内容可加载。</translation>
    </message>
    <message>
        <source>There is nothing to answer.</source>
        <translation>没有可回答的内容。</translation>
    </message>
    <message>
        <source>There is nothing to correct here: choose a model first.</source>
        <translation>此处没有可更正的内容：请先选择模型。</translation>
    </message>
    <message>
        <source>There is nothing to make a vector of.</source>
        <translation>没有可生成向量的内容。</translation>
    </message>
    <message>
        <source>There is nothing to mend.</source>
        <translation>没有可修复的内容。</translation>
    </message>
    <message>
        <source>There is nothing to send.</source>
        <translation>没有可发送的内容。</translation>
    </message>
    <message>
        <source>There is nothing to sign in to for {account}. {renewal}</source>
        <translation>{account} 无需登录。{renewal}</translation>
    </message>
    <message>
        <source>There is nothing to sign in to for {title!r}.</source>
        <translation>{title!r} 没有可登录的地方。</translation>
    </message>
    <message>
        <source>There is one here.</source>
        <translation>这里有一个。</translation>
    </message>
    <message>
        <source>These answered and are not in use yet:</source>
        <translation>以下服务器有应答，尚未使用：</translation>
    </message>
    <message>
        <source>These are several steps, and only one call at a time can be proposed here. Which one first?</source>
        <translation>这是多个步骤，而这里一次只能提议一个调用。先执行哪一个？</translation>
    </message>
    <message>
        <source>These are {count} steps: {steps}. Nothing runs before you have agreed to it.</source>
        <translation>这是 {count} 个步骤：{steps}。在你同意之前不会执行任何操作。</translation>
    </message>
    <message>
        <source>These are {words} words, and {title} keeps {context_tokens} tokens in mind; a word is one token at least.</source>
        <translation>共有 {words} 个词，而 {title} 的上下文为 {context_tokens} 个 token；一个词至少占一个 token。</translation>
    </message>
    <message>
        <source>These do: {names}.</source>
        <translation>可用的有：{names}。</translation>
    </message>
    <message>
        <source>They are tried again by themselves; Ctrl+M lists them, to try one at once.</source>
        <translation>它们会自动重试；按 Ctrl+M 可列出并立即重试。</translation>
    </message>
    <message>
        <source>They are: {known}.</source>
        <translation>有：{known}。</translation>
    </message>
    <message>
        <source>They stay in the history, and are no longer sent</source>
        <translation>它们保留在历史记录中，但不再发送</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>Thinking needs a longest answer of more than 1024 tokens.</source>
        <translation>思考需要“最长回答”大于 1024 个 token。</translation>
    </message>
    <message>
        <source>Thinking…</source>
        <translation>正在思考…</translation>
    </message>
    <message>
        <source>This JSON is nested too deep.</source>
        <translation>此 JSON 嵌套过深。</translation>
    </message>
    <message>
        <source>This JSON is no export of conversations that Baton knows.</source>
        <translation>此 JSON 不是 Baton 认识的对话导出。</translation>
    </message>
    <message>
        <source>This JSON is no export of conversations: there is nothing but {what} in it.</source>
        <translation>此 JSON 不是对话导出文件：其中只有 {what}。</translation>
    </message>
    <message>
        <source>This account has no access to {model!r}.{quoted}</source>
        <translation>此账户无权访问 {model!r}。{quoted}</translation>
    </message>
    <message>
        <source>This answer does not follow the schema. {problem}</source>
        <translation>此回答不符合 schema。{problem}</translation>
    </message>
    <message>
        <source>This answer is whole.</source>
        <translation>此回答已完整。</translation>
    </message>
    <message>
        <source>This bucket holds {contents}.</source>
        <translation>此存储桶中有 {contents}。</translation>
    </message>
    <message>
        <source>This can be understood in more than one way. Which one?</source>
        <translation>这有多种理解方式。是哪一种？</translation>
    </message>
    <message>
        <source>This chat</source>
        <translation>此对话</translation>
    </message>
    <message>
        <source>This chat has one branch. Edit a message or answer again, and its versions stand here side by side.</source>
        <translation>此对话只有一个分支。编辑消息或重新回答后，各版本会并列在这里。</translation>
    </message>
    <message>
        <source>This chat is no longer private: its whole text may be sent to the model you choose.</source>
        <translation>此对话不再私密：其全部文本可能会发送给所选的模型。</translation>
    </message>
    <message>
        <source>This chat is private: only models that run here, or on your own hosts, are asked.</source>
        <translation>此对话是私密的：只询问在本机或你自己的主机上运行的模型。</translation>
    </message>
    <message>
        <source>This chat lies in the archive.</source>
        <translation>此对话已归档。</translation>
    </message>
    <message>
        <source>This chat lies in the bin, and is deleted for good on {day}.</source>
        <translation>此对话在回收站中，将于 {day} 永久删除。</translation>
    </message>
    <message>
        <source>This chat may cost</source>
        <translation>此对话费用上限</translation>
    </message>
    <message>
        <source>This chat may cost at most, in dollars</source>
        <translation>此对话的费用上限（美元）</translation>
    </message>
    <message>
        <source>This chat may take at most, in tokens</source>
        <translation>此对话的用量上限（token）</translation>
    </message>
    <message>
        <source>This chat so far</source>
        <translation>此对话至今</translation>
    </message>
    <message>
        <source>This conversation is being answered.</source>
        <translation>此对话正在回答中。</translation>
    </message>
    <message>
        <source>This could not be written to the audit log: {error}</source>
        <translation>无法写入审计记录：{error}</translation>
    </message>
    <message>
        <source>This counts from the next start of Baton on.</source>
        <translation>下次启动 Baton 后生效。</translation>
    </message>
    <message>
        <source>This export does not say its version.</source>
        <translation>此导出未注明版本。</translation>
    </message>
    <message>
        <source>This export was made by a newer Baton.</source>
        <translation>此导出由更新版本的 Baton 生成。</translation>
    </message>
    <message>
        <source>This file is a ZIP archive, no JSON.</source>
        <translation>此文件是 ZIP 压缩包，不是 JSON。</translation>
    </message>
    <message>
        <source>This file is no UTF-8 text.</source>
        <translation>此文件不是 UTF-8 文本。</translation>
    </message>
    <message>
        <source>This file is no whole JSON: it breaks off or is damaged near character {place}.</source>
        <translation>此文件不是完整的 JSON：在第 {place} 个字符附近中断或损坏。</translation>
    </message>
    <message numerus="yes">
        <source>This is 1 page; there is more.</source>
        <comment>This is {count} pages; there is more.</comment>
        <translation>
            <numerusform>这是 {count} 页；还有更多。</numerusform>
        </translation>
    </message>
    <message>
        <source>This is everything that would be in the report: versions, what works here, changed settings, crashes and the end of the log. Keys, messages, names of accounts and your home folder&apos;s name are taken out. Read it, strike out what you do not want to give away, and save it. Baton sends it to nobody.</source>
        <translation>这是报告将包含的全部内容：版本、本机可用的功能、更改过的设置、崩溃记录和日志末尾。密钥、消息、账户名称和主文件夹名称均已去除。请阅读，删去不想透露的内容，然后保存。Baton 不会把它发送给任何人。</translation>
    </message>
    <message>
        <source>This is no JSON schema: {sentence}</source>
        <translation>这不是 JSON schema：{sentence}</translation>
    </message>
    <message>
        <source>This is no JSON schema: {why}.</source>
        <translation>这不是 JSON schema：{why}。</translation>
    </message>
    <message>
        <source>This is no JSON that can be read.</source>
        <translation>这不是可读取的 JSON。</translation>
    </message>
    <message>
        <source>This is no JSON: it has no infinite numbers.</source>
        <translation>不是有效的 JSON：JSON 没有无穷大的数。</translation>
    </message>
    <message>
        <source>This is no JSON: line {line}, column {column}.</source>
        <translation>不是有效的 JSON：第 {line} 行，第 {column} 列。</translation>
    </message>
    <message>
        <source>This is no JSON: {problem} at line {line}, column {column}.</source>
        <translation>这不是 JSON：{problem}（第 {line} 行，第 {column} 列）。</translation>
    </message>
    <message>
        <source>This is no export of conversations: it is not JSON.</source>
        <translation>这不是对话导出：它不是 JSON。</translation>
    </message>
    <message>
        <source>This is no key to serve with: it needs at least {count} printable characters without blanks.</source>
        <translation>这不能用作服务密钥：至少需要 {count} 个可打印字符，且不含空格。</translation>
    </message>
    <message>
        <source>This is no key: it holds blanks or characters that no key has.</source>
        <translation>这不是密钥：其中含有空格或密钥不会有的字符。</translation>
    </message>
    <message>
        <source>This is no recovery key: it has {count} letters and digits in groups of four.</source>
        <translation>这不是恢复密钥：恢复密钥由 {count} 个字母和数字组成，四个一组。</translation>
    </message>
    <message>
        <source>This is {operation} in {region}.</source>
        <translation>这是 {region} 中的 {operation}。</translation>
    </message>
    <message>
        <source>This is {operation}.</source>
        <translation>这是 {operation}。</translation>
    </message>
    <message>
        <source>This machine&apos;s clock was set back.</source>
        <translation>本机时钟被调回。</translation>
    </message>
    <message>
        <source>This message</source>
        <translation>这条消息</translation>
    </message>
    <message>
        <source>This message alone takes {tokens}, and {model} has room for {most} of its {context}: the rest is kept for the answer. Nothing was sent.</source>
        <translation>仅此消息就占用 {tokens}，而 {model} 的 {context} 中可用 {most}：其余留给回答。未发送任何内容。</translation>
    </message>
    <message>
        <source>This message alone, with what tools returned, takes {tokens}, and {model} has room for {most} of its {context}: the rest is kept for the answer. Nothing was sent.</source>
        <translation>仅此消息及工具返回的内容就占用 {tokens}，而 {model} 的 {context} 中可用 {most}：其余留给回答。未发送任何内容。</translation>
    </message>
    <message>
        <source>This message and the chat take {taken} tokens; the model has room for {whole}, {kept} of them kept for the answer.</source>
        <translation>这条消息和对话共需 {taken} 个 token；模型可容纳 {whole}，其中 {kept} 留给回答。</translation>
    </message>
    <message>
        <source>This message and the chat take {taken} tokens; the model is loaded with {whole}, {kept} of them kept for the answer.</source>
        <translation>这条消息和对话共需 {taken} 个 token；模型加载的上下文为 {whole}，其中 {kept} 留给回答。</translation>
    </message>
    <message>
        <source>This message and the chat take {tokens}; {model} has room for {context}, {reserved} of them kept for the answer.</source>
        <translation>此消息和对话占用 {tokens}；{model} 可容纳 {context}，其中 {reserved} 留给回答。</translation>
    </message>
    <message>
        <source>This message and the chat take {tokens}; {model} is loaded with {context}, {reserved} of them kept for the answer.</source>
        <translation>此消息和对话占用 {tokens}；{model} 加载时的上下文为 {context}，其中 {reserved} 留给回答。</translation>
    </message>
    <message>
        <source>This message is damaged on disk and cannot be shown. Export the conversation and restart Baton.</source>
        <translation>此消息在磁盘上已损坏，无法显示。请导出对话并重新启动 Baton。</translation>
    </message>
    <message>
        <source>This model brings no chat template; it is addressed as ChatML, which it may not understand.</source>
        <translation>此模型没有自带对话模板；将使用 ChatML 格式，它可能不理解。</translation>
    </message>
    <message>
        <source>This model has no token that the JSON schema allows here, so the answer cannot go on.</source>
        <translation>此模型没有 JSON schema 在此处允许的 token，因此回答无法继续。</translation>
    </message>
    <message>
        <source>This model makes no vectors.</source>
        <translation>此模型不生成向量。</translation>
    </message>
    <message>
        <source>This model ranks texts and makes no vectors of them.</source>
        <translation>此模型用于给文本排序，不生成向量。</translation>
    </message>
    <message>
        <source>This model reads text and writes none.</source>
        <translation>此模型只读取文本，不写文本。</translation>
    </message>
    <message>
        <source>This model takes no parameters.</source>
        <translation>此模型不接受参数。</translation>
    </message>
    <message>
        <source>This model takes no system prompt.</source>
        <translation>此模型不接受系统提示词。</translation>
    </message>
    <message>
        <source>This model writes no text.</source>
        <translation>此模型不写文本。</translation>
    </message>
    <message>
        <source>This model&apos;s chat template cannot be used ({fault}); it is addressed as ChatML, which it may not understand.</source>
        <translation>此模型的对话模板无法使用（{fault}）；将使用 ChatML 格式，它可能不理解。</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>This operation takes none.</source>
        <translation>此操作没有参数。</translation>
    </message>
    <message>
        <source>This process holds a model already.</source>
        <translation>此进程已加载了一个模型。</translation>
    </message>
    <message>
        <source>This recovery key is mistyped.</source>
        <translation>此恢复密钥输入有误。</translation>
    </message>
    <message>
        <source>This recovery key is of another history.</source>
        <translation>此恢复密钥属于另一份历史记录。</translation>
    </message>
    <message>
        <source>This rule has no name, so Baton leaves it alone.</source>
        <translation>此规则没有名称，因此 Baton 不会改动它。</translation>
    </message>
    <message>
        <source>This schema can be used.</source>
        <translation>此模式可以使用。</translation>
    </message>
    <message>
        <source>This trust does not count any more.</source>
        <translation>此信任已失效。</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>本周</translation>
    </message>
    <message>
        <source>Those that there are stay.</source>
        <translation>现有的会保留。</translation>
    </message>
    <message>
        <source>Thought about it</source>
        <translation>已思考</translation>
    </message>
    <message>
        <source>Thought for {duration}</source>
        <translation>思考了 {duration}</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程数</translation>
    </message>
    <message>
        <source>Threats are not looked for from then on.</source>
        <translation>此后不再检测威胁。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Tip</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Title of the preset</source>
        <translation>预设的标题</translation>
    </message>
    <message>
        <source>To be mended</source>
        <translation>待修复</translation>
    </message>
    <message>
        <source>To go on, type: {text}</source>
        <translation>要继续，请输入：{text}</translation>
    </message>
    <message>
        <source>To port</source>
        <translation>结束端口</translation>
    </message>
    <message>
        <source>To sign in to {account}, open the address in the browser and confirm it there. Go on only if the page shows this code:</source>
        <translation>要登录 {account}，请在浏览器中打开该地址并确认。仅当页面显示此代码时才继续：</translation>
    </message>
    <message>
        <source>To the end, or up to {count} pages</source>
        <translation>直到末尾，或最多 {count} 页</translation>
    </message>
    <message>
        <source>To use it: {command}</source>
        <translation>要使用它：{command}</translation>
    </message>
    <message>
        <source>To use it: {command} (or, without {backend}: {other})</source>
        <translation>要使用它：{command}（或者，没有 {backend} 时：{other}）</translation>
    </message>
    <message>
        <source>To {model}</source>
        <translation>发给 {model}</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Tokens a day</source>
        <translation>每日 token</translation>
    </message>
    <message>
        <source>Tokens a local model keeps in mind; more takes more memory. The model&apos;s own limit is never exceeded; 0 takes all of it, or as much as fits.</source>
        <translation>本地模型能记住的 token 数；越多占用内存越大。不会超过模型自身的上限；0 表示用满上限，或放得下的最大值。</translation>
    </message>
    <message>
        <source>Tokens a month</source>
        <translation>每月 token</translation>
    </message>
    <message>
        <source>Tokyo</source>
        <translation>东京</translation>
    </message>
    <message>
        <source>Told of in words, as this model sees no pictures: {names}</source>
        <translation>此模型不支持图片，仅以文字提及：{names}</translation>
    </message>
    <message>
        <source>Told to every model before a chat; a chat can have its own.</source>
        <translation>在对话之前告诉每个模型；对话可有自己的系统提示词。</translation>
    </message>
    <message>
        <source>Told to the model before the chat. This chat has none.</source>
        <translation>在对话之前告知模型的内容。此对话没有。</translation>
    </message>
    <message>
        <source>Tonight&apos;s backup of the history could not be made. {error}</source>
        <translation>无法创建今晚的历史备份。{error}</translation>
    </message>
    <message>
        <source>Too big</source>
        <translation>太大</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Top K</source>
        <translation>Top K</translation>
    </message>
    <message>
        <source>Top P</source>
        <translation>Top P</translation>
    </message>
    <message>
        <source>Top n-sigma</source>
        <translation>Top n-sigma</translation>
    </message>
    <message>
        <source>Treat messages with secrets as private</source>
        <translation>将含机密的消息视为私密</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>树</translation>
    </message>
    <message>
        <source>Trust for a while</source>
        <translation>暂时信任</translation>
    </message>
    <message>
        <source>Trust it by its 12-digit number.</source>
        <translation>请用其 12 位编号来信任。</translation>
    </message>
    <message>
        <source>Trusted for now</source>
        <translation>当前信任</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>请稍后重试。</translation>
    </message>
    <message>
        <source>Try again in a while: the file may just be changing there.</source>
        <translation>请过一会儿再试：文件可能正在那里更改。</translation>
    </message>
    <message>
        <source>Try again in {time}.</source>
        <translation>请在 {time} 后重试。</translation>
    </message>
    <message>
        <source>Try again later, or choose another model.</source>
        <translation>请稍后重试，或另选模型。</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>请稍后重试。</translation>
    </message>
    <message>
        <source>Try again to be asked once more.</source>
        <translation>请重试，以便再次询问。</translation>
    </message>
    <message>
        <source>Try again with the code that the device shows.</source>
        <translation>请用设备显示的验证码重试。</translation>
    </message>
    <message>
        <source>Try again, or allow more time in Settings &gt; AWS. A change may have been made: look before repeating.</source>
        <translation>请重试，或在“设置 &gt; AWS”中允许更长时间。更改可能已经发生：请先查看再重复执行。</translation>
    </message>
    <message>
        <source>Try again, or choose another model.</source>
        <translation>请重试，或选择其他模型。</translation>
    </message>
    <message>
        <source>Try again, or raise &apos;Wait for a model at most&apos; in the settings.</source>
        <translation>请重试，或在设置中调高“等待模型的最长时间”。</translation>
    </message>
    <message>
        <source>Try again, or raise &apos;Wait for an answer&apos;s first word at most&apos; in the settings.</source>
        <translation>请重试，或在设置中调高“等待回答首个词的最长时间”。</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>请重试。</translation>
    </message>
    <message>
        <source>Try again: it starts afresh, without what was changed before.</source>
        <translation>请重试：它会重新开始，之前的更改不会保留。</translation>
    </message>
    <message>
        <source>Try again; baton doctor says what is missing.</source>
        <translation>请重试；baton doctor 会说明缺少什么。</translation>
    </message>
    <message>
        <source>Try again; the log has the details.</source>
        <translation>请重试；详情见日志。</translation>
    </message>
    <message>
        <source>Try it again now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>Try it again. If it happens again, the log has the details (Help &gt; Show log).</source>
        <translation>请重试。如果再次发生，详细信息在日志中（帮助 &gt; 显示日志）。</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>试用演示</translation>
    </message>
    <message>
        <source>Try the demo account</source>
        <translation>试用演示账户</translation>
    </message>
    <message>
        <source>Try the summary again</source>
        <translation>重试摘要</translation>
    </message>
    <message>
        <source>Trying the key …</source>
        <translation>正在验证密钥…</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Type a command, a chat or a model</source>
        <translation>输入命令、对话或模型</translation>
    </message>
    <message>
        <source>Type a message to see who would answer it</source>
        <translation>输入一条消息，看看会由谁回答</translation>
    </message>
    <message>
        <source>Type it as it stands on paper or in the file.</source>
        <translation>请按纸上或文件中的内容原样输入。</translation>
    </message>
    <message>
        <source>Type {text} to go on</source>
        <translation>输入 {text} 以继续</translation>
    </message>
    <message>
        <source>Typed</source>
        <translation>需输入</translation>
    </message>
    <message>
        <source>Typical P</source>
        <translation>Typical P</translation>
    </message>
    <message>
        <source>UAE</source>
        <translation>阿联酋</translation>
    </message>
    <message>
        <source>Unattached volumes</source>
        <translation>未挂载的卷</translation>
    </message>
    <message>
        <source>Understands AWS requests, offline</source>
        <translation>离线理解 AWS 请求</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undo a plan</source>
        <translation>撤销计划</translation>
    </message>
    <message>
        <source>Undo what was done</source>
        <translation>撤销已执行的步骤</translation>
    </message>
    <message>
        <source>Undo: {undo}</source>
        <translation>撤销：{undo}</translation>
    </message>
    <message>
        <source>Undoing…</source>
        <translation>正在撤销…</translation>
    </message>
    <message>
        <source>Unencrypted databases</source>
        <translation>未加密的数据库</translation>
    </message>
    <message>
        <source>Unencrypted volumes</source>
        <translation>未加密的卷</translation>
    </message>
    <message>
        <source>Unfold all of it</source>
        <translation>全部展开</translation>
    </message>
    <message>
        <source>Unfolded</source>
        <translation>已展开</translation>
    </message>
    <message>
        <source>Unload when idle for</source>
        <translation>空闲后卸载</translation>
    </message>
    <message>
        <source>Unlock it and try again, or remove the key in the system&apos;s own keyring program.</source>
        <translation>请解锁后重试，或在系统的密钥环程序中移除该密钥。</translation>
    </message>
    <message>
        <source>Unlock the keyring that holds {entry} (service baton), or enter the recovery key that you saved (Settings &gt; History, or baton history recover). Without either, what was encrypted cannot be read by anybody: restore a plain backup with baton history backups restore, or move the history&apos;s file aside to begin anew.</source>
        <translation>请解锁包含 {entry} 的密钥环（服务 baton），或输入已保存的恢复密钥（设置 &gt; 历史记录，或 baton history recover）。两者都没有时，任何人都无法读取已加密的内容：可用 baton history backups restore 恢复未加密的备份，或将历史记录文件移到别处以重新开始。</translation>
    </message>
    <message>
        <source>Unmount it inside the machine first.</source>
        <translation>请先在机器内卸载。</translation>
    </message>
    <message>
        <source>Unpack it first, then choose the file with the conversations in it, such as conversations.json.</source>
        <translation>请先解压，再选择其中包含对话的文件，例如 conversations.json。</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>取消置顶</translation>
    </message>
    <message>
        <source>Unpin message</source>
        <translation>取消置顶消息</translation>
    </message>
    <message>
        <source>Unpin some of them, or choose a model with more context.</source>
        <translation>请取消部分置顶，或选择上下文更大的模型。</translation>
    </message>
    <message>
        <source>Unpin some of them, or raise the context in Settings &gt; Local models, or choose a model with more.</source>
        <translation>请取消部分置顶、在“设置 &gt; 本地模型”中增大上下文，或选择上下文更大的模型。</translation>
    </message>
    <message>
        <source>Unset it, and try again.</source>
        <translation>请取消设置后重试。</translation>
    </message>
    <message>
        <source>Unset {variable}.</source>
        <translation>请取消设置 {variable}。</translation>
    </message>
    <message>
        <source>Untagged resources</source>
        <translation>没有标签的资源</translation>
    </message>
    <message>
        <source>Until that is mended, even reads are asked about and changes are denied.</source>
        <translation>修复之前，读取也会询问，更改会被拒绝。</translation>
    </message>
    <message>
        <source>Unused addresses</source>
        <translation>未使用的地址</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Update Baton, or choose another model.</source>
        <translation>请更新 Baton，或选择其他模型。</translation>
    </message>
    <message>
        <source>Update Baton, or download a file of version 3.</source>
        <translation>请更新 Baton，或下载版本 3 的文件。</translation>
    </message>
    <message>
        <source>Update Baton, then import it.</source>
        <translation>请先更新 Baton，再导入。</translation>
    </message>
    <message>
        <source>Update Baton.</source>
        <translation>请更新 Baton。</translation>
    </message>
    <message>
        <source>Update Baton; the file was left as it is.</source>
        <translation>请更新 Baton；文件保持原样。</translation>
    </message>
    <message>
        <source>Update this Baton.</source>
        <translation>请更新此 Baton。</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Use &apos;anyOf&apos;, or give each alternative a required name with a &apos;const&apos; of its own.</source>
        <translation>请使用 &apos;anyOf&apos;，或为每个可能项设置带各自 &apos;const&apos; 的必需名称。</translation>
    </message>
    <message>
        <source>Use a key with more rights, or choose another model.</source>
        <translation>请使用权限更高的密钥，或选择其他模型。</translation>
    </message>
    <message>
        <source>Use a prompt</source>
        <translation>使用提示词</translation>
    </message>
    <message>
        <source>Use a prompt of the library</source>
        <translation>使用库中的提示词</translation>
    </message>
    <message>
        <source>Use a simpler pattern, or choose a cloud model.</source>
        <translation>请使用更简单的模式，或选择云端模型。</translation>
    </message>
    <message>
        <source>Use a simpler schema, or choose a cloud model.</source>
        <translation>请使用更简单的 schema，或选择云端模型。</translation>
    </message>
    <message>
        <source>Use an https:// address in Settings &gt; Endpoints.</source>
        <translation>请在“设置 &gt; 端点”中使用 https:// 地址。</translation>
    </message>
    <message>
        <source>Use another</source>
        <translation>使用其他密钥</translation>
    </message>
    <message>
        <source>Use another for {name}</source>
        <translation>为 {name} 使用其他密钥</translation>
    </message>
    <message>
        <source>Use another schema, or choose another model.</source>
        <translation>请使用其他 schema，或选择其他模型。</translation>
    </message>
    <message>
        <source>Use any free port</source>
        <translation>使用任一空闲端口</translation>
    </message>
    <message>
        <source>Use as system prompt</source>
        <translation>用作系统提示词</translation>
    </message>
    <message>
        <source>Use in this chat</source>
        <translation>在此对话中使用</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Use it with --prompt (in a chat: /prompt).</source>
        <translation>请用 --prompt（对话中用 /prompt）。</translation>
    </message>
    <message>
        <source>Use it with --system (in a chat: /system).</source>
        <translation>请用 --system（对话中用 /system）。</translation>
    </message>
    <message>
        <source>Use names and addresses that the demo account gave you, or choose an account of your own.</source>
        <translation>请使用演示账户给出的名称和地址，或选择自己的账户。</translation>
    </message>
    <message>
        <source>Use none</source>
        <translation>不使用</translation>
    </message>
    <message>
        <source>Use the demo account</source>
        <translation>使用演示账户</translation>
    </message>
    <message>
        <source>Use the general one</source>
        <translation>使用通用的</translation>
    </message>
    <message>
        <source>Use this schema</source>
        <translation>使用此模式</translation>
    </message>
    <message>
        <source>Use {model}</source>
        <translation>使用 {model}</translation>
    </message>
    <message>
        <source>Use {name}</source>
        <translation>使用 {name}</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>使用者</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Users without MFA</source>
        <translation>未启用 MFA 的用户</translation>
    </message>
    <message>
        <source>Using a tool…</source>
        <translation>正在使用工具…</translation>
    </message>
    <message>
        <source>VPC</source>
        <translation>VPC</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>Vendors&apos; keys are found before a text leaves.</source>
        <translation>文本发出之前会检测其中的提供商密钥。</translation>
    </message>
    <message>
        <source>Version {number} of {count}</source>
        <translation>第 {number} 个版本，共 {count} 个</translation>
    </message>
    <message>
        <source>Version {number} of {count}. {older} and {newer} show others. {about}</source>
        <translation>第 {number} 个版本，共 {count} 个。按 {older} 和 {newer} 显示其他版本。{about}</translation>
    </message>
    <message>
        <source>Version {version} of {versions}; {others}.</source>
        <translation>第 {version} 个版本，共 {versions} 个；{others}。</translation>
    </message>
    <message>
        <source>Versions can then be deleted without a second factor.</source>
        <translation>之后无需第二验证因素即可删除版本。</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>卷</translation>
    </message>
    <message>
        <source>Wait a moment, then try again.</source>
        <translation>请稍候再试。</translation>
    </message>
    <message>
        <source>Wait for AWS at most</source>
        <translation>等待 AWS 的最长时间</translation>
    </message>
    <message>
        <source>Wait for a connection at most</source>
        <translation>等待连接的最长时间</translation>
    </message>
    <message>
        <source>Wait for a model at most</source>
        <translation>等待模型的最长时间</translation>
    </message>
    <message>
        <source>Wait for a provider&apos;s limit at most</source>
        <translation>等待提供商限流的最长时间</translation>
    </message>
    <message>
        <source>Wait for an answer&apos;s first word at most</source>
        <translation>等待回答首个词的最长时间</translation>
    </message>
    <message>
        <source>Wait for it to finish, or close it, then try again.</source>
        <translation>请等待其完成或将其关闭，然后重试。</translation>
    </message>
    <message>
        <source>Wait for that download, or pause it where it runs.</source>
        <translation>请等待该下载完成，或在其运行处暂停。</translation>
    </message>
    <message>
        <source>Wait until the device shows the next code, then try again; a code counts only once.</source>
        <translation>请等设备显示下一个验证码后再重试；每个验证码只能使用一次。</translation>
    </message>
    <message>
        <source>Wait until {state}</source>
        <translation>等待，直到{state}</translation>
    </message>
    <message>
        <source>Waiting for another download</source>
        <translation>正在等待另一个下载</translation>
    </message>
    <message>
        <source>Waiting for another model to load</source>
        <translation>正在等待另一个模型加载</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Waiting for other answers of this model</source>
        <translation>正在等待此模型的其他回答</translation>
    </message>
    <message>
        <source>Waiting for the browser</source>
        <translation>等待浏览器</translation>
    </message>
    <message>
        <source>Waiting for the browser. The code is good until {time}.</source>
        <translation>等待浏览器。代码有效期至 {time}。</translation>
    </message>
    <message>
        <source>Waiting for the first words…</source>
        <translation>正在等待第一个词…</translation>
    </message>
    <message>
        <source>Waiting for the limit of {provider}: {seconds} s</source>
        <translation>等待 {provider} 的限额：{seconds} 秒</translation>
    </message>
    <message>
        <source>Waiting for {model}, which answers, to make room</source>
        <translation>正在等待仍在回答的 {model}，以便腾出空间</translation>
    </message>
    <message numerus="yes">
        <source>Waiting for {provider}: {count} request is before this one.</source>
        <comment>Waiting for {provider}: {count} requests are before this one.</comment>
        <translation>
            <numerusform>等待 {provider}：前面还有 {count} 个请求。</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting until {state} · look {attempt} of {attempts}</source>
        <translation>等待至 {state} · 第 {attempt} 次查看，共 {attempts} 次</translation>
    </message>
    <message>
        <source>Waiting until {state}, now {now} · look {attempt} of {attempts}</source>
        <translation>等待至 {state}，现为 {now} · 第 {attempt} 次查看，共 {attempts} 次</translation>
    </message>
    <message>
        <source>Waiting would call {id}, which is no plain read.</source>
        <translation>等待会调用 {id}，它不是单纯的读取。</translation>
    </message>
    <message>
        <source>Warn at</source>
        <translation>预警比例</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Warning: {words}</source>
        <translation>警告：{words}</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>警告和错误</translation>
    </message>
    <message>
        <source>Welcome to Baton</source>
        <translation>欢迎使用 Baton</translation>
    </message>
    <message>
        <source>Well known</source>
        <translation>常用端点</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>What Baton does, and what goes wrong, is noted here, line by line.</source>
        <translation>这里逐行记录 Baton 所做的事情和出现的问题。</translation>
    </message>
    <message>
        <source>What a provider&apos;s batch costs is known at its end, so a budget cannot stop it.</source>
        <translation>提供商批次的费用在结束时才知道，因此预算无法中止它。</translation>
    </message>
    <message>
        <source>What a tool takes</source>
        <translation>工具接受的内容</translation>
    </message>
    <message>
        <source>What all loaded models may take together, on the GPU and off it. The one used longest ago makes room. 0 takes all there is.</source>
        <translation>所有已加载模型合计可占用的内存（GPU 内外）。最久未用的模型会让出空间。0 表示不限，用尽全部。</translation>
    </message>
    <message>
        <source>What answered does not say who {title!r} is.</source>
        <translation>应答方没有说明 {title!r} 是谁。</translation>
    </message>
    <message>
        <source>What answered does not speak AWS&apos;s protocol.</source>
        <translation>应答方使用的不是 AWS 的协议。</translation>
    </message>
    <message>
        <source>What answered in {region} does not speak AWS&apos;s protocol.</source>
        <translation>{region} 中的应答方使用的不是 AWS 的协议。</translation>
    </message>
    <message>
        <source>What answered is in the list already.</source>
        <translation>有应答的已在列表中。</translation>
    </message>
    <message>
        <source>What answered packed its answer in a way that cannot be undone.</source>
        <translation>应答内容的压缩方式无法解开。</translation>
    </message>
    <message>
        <source>What answered the sign-in gave no usable {name}, so nobody is signed in.</source>
        <translation>登录的应答没有给出可用的 {name}，因此没有登录。</translation>
    </message>
    <message>
        <source>What belongs there, in a few words</source>
        <translation>简要说明应填写的内容</translation>
    </message>
    <message>
        <source>What came is kept; check the address in Settings &gt; Endpoints, or try again.</source>
        <translation>已收到的内容会保留；请检查“设置 &gt; 端点”中的地址，或重试。</translation>
    </message>
    <message>
        <source>What came is kept; try again.</source>
        <translation>已收到的内容会保留；请重试。</translation>
    </message>
    <message>
        <source>What can be done with this message</source>
        <translation>可对此消息进行的操作</translation>
    </message>
    <message>
        <source>What cannot be deleted is left behind, and costs.</source>
        <translation>无法删除的内容会保留下来并产生费用。</translation>
    </message>
    <message>
        <source>What changed today</source>
        <translation>今日更改</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>What changes: {changes}</source>
        <translation>变化：{changes}</translation>
    </message>
    <message>
        <source>What could be read was laid over the newest sound backup: {conversations}, {messages}; {completed}.</source>
        <translation>可读取的内容已叠加到最新的完好备份上：{conversations}，{messages}；{completed}。</translation>
    </message>
    <message>
        <source>What could be read was saved into a new one: {conversations}, {messages}. There was no sound backup to complete it.</source>
        <translation>可读取的内容已存入新的历史记录：{conversations}，{messages}。没有完好的备份可供补全。</translation>
    </message>
    <message>
        <source>What destroys is confirmed by typing.</source>
        <translation>破坏性操作须输入确认。</translation>
    </message>
    <message>
        <source>What does not fit the context of the model that would answer otherwise, or fills most of it.</source>
        <translation>放不进原本要回答的模型的上下文，或几乎占满它的内容。</translation>
    </message>
    <message>
        <source>What each service has cost this month so far. AWS takes one cent for the question.</source>
        <translation>本月至今各服务的费用。AWS 对此查询收取一美分。</translation>
    </message>
    <message>
        <source>What else can be waited for</source>
        <translation>还可以等待什么</translation>
    </message>
    <message>
        <source>What fits is estimated from the files&apos; sizes.</source>
        <translation>能否放下是按文件大小估计的。</translation>
    </message>
    <message>
        <source>What fits is worked out for {context} tokens of context.</source>
        <translation>能否放下是按 {context} token 的上下文计算的。</translation>
    </message>
    <message>
        <source>What flows through the network is not recorded any more.</source>
        <translation>网络流量不再记录。</translation>
    </message>
    <message>
        <source>What had to be typed was not typed, so it was not carried out.</source>
        <translation>未输入所需内容，因此未执行。</translation>
    </message>
    <message>
        <source>What had to be typed was not typed, so nothing was carried out.</source>
        <translation>未输入所需内容，因此未执行任何内容。</translation>
    </message>
    <message>
        <source>What happens from then on is not recorded, and cannot be found out later.</source>
        <translation>此后发生的事情不再记录，以后也无法查明。</translation>
    </message>
    <message>
        <source>What happens there will not be recorded any more.</source>
        <translation>那里发生的事情不再记录。</translation>
    </message>
    <message>
        <source>What has answered by then is kept.</source>
        <translation>届时已返回的结果会保留。</translation>
    </message>
    <message>
        <source>What is answered is kept, and it can be gone on with.</source>
        <translation>已回答的内容会保留，之后可以继续。</translation>
    </message>
    <message>
        <source>What is deleted is kept for a day.</source>
        <translation>删除的内容会保留一天。</translation>
    </message>
    <message>
        <source>What is launched there gets an address that the internet can reach.</source>
        <translation>在那里启动的实例会得到可从互联网访问的地址。</translation>
    </message>
    <message>
        <source>What is not converted by then stays as it is.</source>
        <translation>届时尚未转换的内容保持原样。</translation>
    </message>
    <message>
        <source>What is older than the rule says is deleted, and cannot be brought back.</source>
        <translation>超过规则期限的内容会被删除，且无法恢复。</translation>
    </message>
    <message>
        <source>What is on instance store volumes is lost when an instance stops.</source>
        <translation>实例停止时，实例存储卷上的内容会丢失。</translation>
    </message>
    <message numerus="yes">
        <source>What is on the volume is lost, but for 1 snapshot of it.</source>
        <comment>What is on the volume is lost, but for {count} snapshots of it.</comment>
        <translation>
            <numerusform>除 {count} 个快照外，卷上的内容会丢失。</numerusform>
        </translation>
    </message>
    <message>
        <source>What is on the volume is lost; there is no snapshot of it.</source>
        <translation>卷上的内容会丢失；没有它的快照。</translation>
    </message>
    <message>
        <source>What is overwritten or deleted from then on cannot be brought back.</source>
        <translation>此后被覆盖或删除的内容无法恢复。</translation>
    </message>
    <message>
        <source>What is recorded of that is not enough to undo it.</source>
        <translation>所记录的内容不足以撤销它。</translation>
    </message>
    <message>
        <source>What is revoked cannot be made valid again, and all who rely on it are refused.</source>
        <translation>撤销的内容无法恢复有效，所有依赖它的都会被拒绝。</translation>
    </message>
    <message>
        <source>What is sent to it may travel without encryption.</source>
        <translation>发送给它的内容可能以未加密方式传输。</translation>
    </message>
    <message>
        <source>What is there now could not be read, so this cannot be undone: {error}</source>
        <translation>无法读取现有内容，因此无法撤销：{error}</translation>
    </message>
    <message>
        <source>What is there now is not what Baton expected, so this cannot be undone.</source>
        <translation>现有内容与 Baton 的预期不符，因此无法撤销。</translation>
    </message>
    <message>
        <source>What is ticked goes into one file, which another Baton can import.</source>
        <translation>勾选的内容会写入一个文件，可由另一个 Baton 导入。</translation>
    </message>
    <message>
        <source>What is usual for it, mostly Chat Completions</source>
        <translation>采用其惯用的接口，多为 Chat Completions</translation>
    </message>
    <message>
        <source>What it deletes cannot be brought back.</source>
        <translation>删除的内容无法恢复。</translation>
    </message>
    <message>
        <source>What it found by then is lost.</source>
        <translation>届时已发现的内容会丢失。</translation>
    </message>
    <message>
        <source>What it is called in the list</source>
        <translation>在列表中的名称</translation>
    </message>
    <message>
        <source>What it is for, in one line</source>
        <translation>一行说明其用途</translation>
    </message>
    <message>
        <source>What it touches</source>
        <translation>涉及的资源</translation>
    </message>
    <message>
        <source>What it touches could not be looked up; the log says why.</source>
        <translation>无法查明涉及的内容；原因见日志。</translation>
    </message>
    <message>
        <source>What its machines cost is unknown.</source>
        <translation>其机器的费用未知。</translation>
    </message>
    <message>
        <source>What its template gives the DeletionPolicy Delete is deleted with the stack, without a copy.</source>
        <translation>模板中设为 DeletionPolicy Delete 的资源会随堆栈删除，不留副本。</translation>
    </message>
    <message>
        <source>What its template gives the DeletionPolicy Retain stays, and costs, when the stack is gone.</source>
        <translation>模板中设为 DeletionPolicy Retain 的资源在堆栈消失后会保留并产生费用。</translation>
    </message>
    <message>
        <source>What may run in AWS without asking, what is asked about, and what never runs. The rules stand in one file, which counts as soon as it is saved.</source>
        <translation>哪些可以在 AWS 中不经询问就运行，哪些需要询问，哪些从不运行。规则写在一个文件中，保存后立即生效。</translation>
    </message>
    <message>
        <source>What models elsewhere may cost in a calendar month.</source>
        <translation>其他地方的模型每个自然月最多可花费多少。</translation>
    </message>
    <message>
        <source>What models elsewhere may cost in a day, by your calendar. Then nothing more is sent until the next day. A chat can have a budget of its own, in the dock.</source>
        <translation>其他地方的模型每天（按你的日历）最多可花费多少。达到后当天不再发送。对话可在面板中设置自己的预算。</translation>
    </message>
    <message>
        <source>What models elsewhere may read and write in a calendar month.</source>
        <translation>其他地方的模型每个自然月最多可读写多少。</translation>
    </message>
    <message>
        <source>What models elsewhere may read and write in a day. Those on this machine cost nothing and do not count.</source>
        <translation>其他地方的模型每天最多可读写多少。本机上的模型不收费，不计入。</translation>
    </message>
    <message>
        <source>What must not leave this machine: only models that run here, or on your own hosts, are asked.</source>
        <translation>不得离开本机的内容：只询问在本机或你自己的主机上运行的模型。</translation>
    </message>
    <message>
        <source>What only this snapshot holds is lost.</source>
        <translation>仅此快照包含的内容会丢失。</translation>
    </message>
    <message>
        <source>What should be found out or done in an AWS account.</source>
        <translation>要在 AWS 账户中查明或执行的事情。</translation>
    </message>
    <message>
        <source>What should happen?</source>
        <translation>要做什么？</translation>
    </message>
    <message>
        <source>What step {step} changed goes with what step {maker} made.</source>
        <translation>步骤 {step} 所更改的内容会随步骤 {maker} 创建的内容一起消失。</translation>
    </message>
    <message>
        <source>What step {step} changed is gone already.</source>
        <translation>步骤 {step} 所更改的内容已不存在。</translation>
    </message>
    <message>
        <source>What that changed is gone already, with what step {step} of its plan had made.</source>
        <translation>它所更改的内容已随其计划中步骤 {step} 创建的内容一起消失。</translation>
    </message>
    <message>
        <source>What the filter holds back is neither sent nor shown; what it cannot judge is held back too.</source>
        <translation>被过滤器拦下的内容既不发送也不显示；无法判断的也会拦下。</translation>
    </message>
    <message>
        <source>What the key encrypted cannot be read until the key is enabled again.</source>
        <translation>在重新启用该密钥之前，无法读取它加密的内容。</translation>
    </message>
    <message>
        <source>What the model is told before every message (its tools and the system prompt) and this message take {tokens}, and {model} has room for {most} of its {context}: the rest is kept for the answer. Nothing was sent.</source>
        <translation>每条消息之前告知模型的内容（工具和系统提示词）与此消息共占用 {tokens}，而 {model} 的 {context} 中可用 {most}：其余留给回答。未发送任何内容。</translation>
    </message>
    <message>
        <source>What the model was told: {what}</source>
        <translation>告知模型的内容：{what}</translation>
    </message>
    <message>
        <source>What the run may cost at most at models elsewhere.</source>
        <translation>此次运行在其他地方的模型上最多可花费多少。</translation>
    </message>
    <message>
        <source>What the run may cost at most at models elsewhere; it then stops, and can go on.</source>
        <translation>此次运行在其他地方的模型上最多可花费多少；达到后停止，可以继续。</translation>
    </message>
    <message>
        <source>What the stack made is deleted with it; a new stack makes new resources.</source>
        <translation>堆栈创建的内容会一并删除；新堆栈会创建新的资源。</translation>
    </message>
    <message>
        <source>What this does</source>
        <translation>作用说明</translation>
    </message>
    <message>
        <source>What to export</source>
        <translation>要导出的内容</translation>
    </message>
    <message>
        <source>What was checked</source>
        <translation>已检查的内容</translation>
    </message>
    <message>
        <source>What was copied is neither text, a picture nor a file, so it cannot be sent.</source>
        <translation>复制的内容既不是文本，也不是图片或文件，因此无法发送。</translation>
    </message>
    <message>
        <source>What was deleted can no longer be brought back.</source>
        <translation>已删除的内容无法再恢复。</translation>
    </message>
    <message>
        <source>What was loaded is kept.</source>
        <translation>已加载的内容会保留。</translation>
    </message>
    <message>
        <source>What was on instance store volumes does not come back.</source>
        <translation>实例存储卷上的内容无法恢复。</translation>
    </message>
    <message>
        <source>What was read of conversations that had to make room is kept in main memory up to this, so that they go on without being read again.</source>
        <translation>让出空间的对话中已读的内容，会在主内存中保留至多这么多，以便继续时无需重读。</translation>
    </message>
    <message>
        <source>What was sent</source>
        <translation>发送的内容</translation>
    </message>
    <message>
        <source>What was sent for the last answer</source>
        <translation>最后一个回答发送了什么</translation>
    </message>
    <message>
        <source>What was sent was copied.</source>
        <translation>已复制发送的内容。</translation>
    </message>
    <message>
        <source>What was shown stays, as another version of the answer. Off: the answer stays cut, and a button offers the next model.</source>
        <translation>已显示的部分作为回答的另一个版本保留。关闭：回答停在中断处，并提供按钮改问下一个模型。</translation>
    </message>
    <message>
        <source>What was there before is kept as the backup {name}.</source>
        <translation>之前的内容保存为备份 {name}。</translation>
    </message>
    <message>
        <source>What was written on it since is lost.</source>
        <translation>此后写入其中的内容会丢失。</translation>
    </message>
    <message>
        <source>What was written on them since is lost.</source>
        <translation>此后写入其中的内容会丢失。</translation>
    </message>
    <message>
        <source>What was written to it since is lost.</source>
        <translation>此后写入的内容会丢失。</translation>
    </message>
    <message>
        <source>What went to standard output cannot be gone on with.</source>
        <translation>输出到标准输出的内容无法继续。</translation>
    </message>
    <message>
        <source>What will be different</source>
        <translation>将发生的变化</translation>
    </message>
    <message>
        <source>What will be different could not be looked up in time.</source>
        <translation>未能及时查明会有哪些变化。</translation>
    </message>
    <message>
        <source>What works on this machine</source>
        <translation>本机上可用的功能</translation>
    </message>
    <message>
        <source>What you changed is not saved. Cancel again to drop it.</source>
        <translation>修改尚未保存。再次取消以放弃修改。</translation>
    </message>
    <message>
        <source>What you changed is not saved. Save it, or quit again to drop it.</source>
        <translation>修改尚未保存。请保存，或再次退出以放弃修改。</translation>
    </message>
    <message>
        <source>What you write is sent to this provider.</source>
        <translation>所写内容会发送给此提供商。</translation>
    </message>
    <message>
        <source>What you wrote</source>
        <translation>你写的内容</translation>
    </message>
    <message>
        <source>What {title} does</source>
        <translation>{title}的作用</translation>
    </message>
    <message>
        <source>Whatever the temperature</source>
        <translation>无论 temperature 为多少</translation>
    </message>
    <message>
        <source>Whatever uses the key is refused from then on, and the key does not come back.</source>
        <translation>使用该密钥的一切从此会被拒绝，且密钥无法恢复。</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>When a chat is longer than the model&apos;s context</source>
        <translation>对话超过模型上下文时</translation>
    </message>
    <message>
        <source>When a model cannot answer, ask</source>
        <translation>模型无法回答时改问</translation>
    </message>
    <message>
        <source>When it is full</source>
        <translation>上下文满时</translation>
    </message>
    <message>
        <source>When the context is full</source>
        <translation>上下文满时</translation>
    </message>
    <message>
        <source>When: {value}</source>
        <translation>时间：{value}</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Where Automatic chooses, a message with a key, a token or a password in it stays on this machine.</source>
        <translation>由“自动”选择时，含密钥、令牌或密码的消息留在本机。</translation>
    </message>
    <message>
        <source>Where a chat&apos;s model is Automatic, each message goes to the model set here for its kind. Which kind it is is decided on this machine, by rules. A kind without a model goes with everything else.</source>
        <translation>对话的模型为“自动”时，每条消息交给这里为其类别设置的模型。类别由本机按规则判断。未设模型的类别归入“其他”。</translation>
    </message>
    <message>
        <source>Where a line begins. Messages follow their own text; code and AWS calls go from left to right.</source>
        <translation>一行从哪边开始。消息按自身文字的方向；代码和 AWS 调用始终从左到右。</translation>
    </message>
    <message>
        <source>Where a model&apos;s price is unknown</source>
        <translation>模型价格未知时</translation>
    </message>
    <message>
        <source>Where a provider wants a longer wait, the next model of the fallback chain is asked, or the answer fails. A batch waits as long as it takes.</source>
        <translation>提供商要求等待更久时，询问后备链中的下一个模型，否则回答失败。批处理会一直等待。</translation>
    </message>
    <message>
        <source>Where context, prices or abilities are not as Baton has them</source>
        <translation>当上下文、价格或能力与 Baton 所知不符时</translation>
    </message>
    <message>
        <source>Where it is faster</source>
        <translation>更快时开启</translation>
    </message>
    <message>
        <source>Where models run</source>
        <translation>模型运行位置</translation>
    </message>
    <message>
        <source>Where no rule fits: reads run as Settings &gt; AWS says, what destroys wants a typed name, the rest is asked about. Changes of permissions are always asked about.</source>
        <translation>没有匹配的规则时：读取按“设置 &gt; AWS”执行，破坏性操作需要输入名称，其余会询问。更改权限总会询问。</translation>
    </message>
    <message>
        <source>Where the same question is put to the same model at temperature 0, its answer is given at once and costs nothing. A chat, or baton ask --cached, can have it at other temperatures. Nothing with results of tools is kept, and a deleted chat&apos;s answers go with it.</source>
        <translation>温度为 0 时，向同一模型提出相同问题会立即给出之前的回答，且不花费。对话或 baton ask --cached 也可在其他温度下启用。含工具结果的内容不会保留；删除对话时，其回答也一并删除。</translation>
    </message>
    <message>
        <source>Where the window and baton serve listen, on this machine only; it counts from the next start on.</source>
        <translation>窗口和 baton serve 监听的端口，仅限本机；下次启动起生效。</translation>
    </message>
    <message>
        <source>Where to look</source>
        <translation>查找范围</translation>
    </message>
    <message>
        <source>Whether AWS carried it out is not known. Look before you try again.</source>
        <translation>不清楚 AWS 是否已执行。重试前请先查看。</translation>
    </message>
    <message>
        <source>Whether that was carried out is unknown, because Baton ended or was stopped while AWS worked on it.</source>
        <translation>是否已执行未知，因为在 AWS 处理期间 Baton 退出或被停止。</translation>
    </message>
    <message>
        <source>Whether that was undone already is unknown: it is being undone elsewhere, or an undo was stopped while AWS worked on it.</source>
        <translation>是否已撤销未知：可能正在别处撤销，或撤销在 AWS 处理期间被停止。</translation>
    </message>
    <message>
        <source>Whether you may could not be asked in time.</source>
        <translation>未能及时查询是否有权限。</translation>
    </message>
    <message>
        <source>Whether you may is not known.</source>
        <translation>是否有权限未知。</translation>
    </message>
    <message>
        <source>Which IAM actions this call needs is not known.</source>
        <translation>不知道此调用需要哪些 IAM 操作。</translation>
    </message>
    <message>
        <source>Which entries are shown</source>
        <translation>显示哪些条目</translation>
    </message>
    <message>
        <source>Which number of results at most?</source>
        <translation>最多多少条结果？</translation>
    </message>
    <message>
        <source>Which policy? Its ARN, please, or the name of one of AWS&apos;s own.</source>
        <translation>哪个策略？请给出其 ARN，或 AWS 自有策略的名称。</translation>
    </message>
    <message>
        <source>Which port, and from where?</source>
        <translation>哪个端口，来自哪里？</translation>
    </message>
    <message>
        <source>Which queue? Its URL, please.</source>
        <translation>哪个队列？请给出其 URL。</translation>
    </message>
    <message>
        <source>Which trust policy, as JSON?</source>
        <translation>哪个信任策略？请用 JSON 给出。</translation>
    </message>
    <message>
        <source>Which {thing}?</source>
        <translation>哪个 {thing}？</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>操作者</translation>
    </message>
    <message>
        <source>Who uses the cluster will not be recorded any more.</source>
        <translation>不再记录谁在使用该集群。</translation>
    </message>
    <message>
        <source>Who you are could not be asked: {error}</source>
        <translation>无法查询当前身份：{error}</translation>
    </message>
    <message>
        <source>Who you are there could not be found out.</source>
        <translation>无法确定你在那里的身份。</translation>
    </message>
    <message>
        <source>Whoever has this text and the history&apos;s file can read the history. Keep it away from this computer and its backups: on paper, or in a password manager.</source>
        <translation>任何持有此文本和历史记录文件的人都能读取历史记录。请将它与本机及其备份分开保存：写在纸上或存入密码管理器。</translation>
    </message>
    <message>
        <source>Whoever is given the grant can use the key, whatever its policy says.</source>
        <translation>获得授权的一方可以使用该密钥，无论其策略如何规定。</translation>
    </message>
    <message>
        <source>Whose models bedrock:… are: a profile of your AWS configuration; no key is needed. Empty: your default profile.</source>
        <translation>bedrock:… 使用哪个配置文件的模型：AWS 配置中的一个配置文件，无需密钥。留空：默认配置文件。</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Why this risk, and the permissions it needs</source>
        <translation>风险的原因和所需的权限</translation>
    </message>
    <message>
        <source>With AWS actions</source>
        <translation>含 AWS 操作</translation>
    </message>
    <message>
        <source>With a key</source>
        <translation>需要密钥的</translation>
    </message>
    <message>
        <source>With the ACL {acl}, everyone on the internet can read and change it.</source>
        <translation>使用 ACL {acl}，互联网上任何人都可以读取和更改它。</translation>
    </message>
    <message>
        <source>With the ACL {acl}, everyone on the internet can read it.</source>
        <translation>使用 ACL {acl}，互联网上任何人都可以读取它。</translation>
    </message>
    <message>
        <source>With the ACL {acl}, everyone with any AWS account can read it.</source>
        <translation>使用 ACL {acl}，任何拥有 AWS 账户的人都可以读取它。</translation>
    </message>
    <message>
        <source>With {values}</source>
        <translation>使用 {values}</translation>
    </message>
    <message>
        <source>Without motion not even the cursor blinks. Follow the system where it says.</source>
        <translation>关闭动画后，连光标也不闪烁。系统有要求时跟随系统。</translation>
    </message>
    <message>
        <source>Without one, baton chats in the terminal; every command works.</source>
        <translation>没有显示器时，baton 在终端中对话；所有命令均可使用。</translation>
    </message>
    <message>
        <source>Word it differently, or choose another model.</source>
        <translation>请换一种说法，或选择其他模型。</translation>
    </message>
    <message>
        <source>Words less likely than this share of the likeliest one are dropped. 0.05 keeps a high temperature sensible.</source>
        <translation>概率低于最可能词的这一比例的词会被舍弃。0.05 可让较高的温度保持合理。</translation>
    </message>
    <message>
        <source>Words likelier than this are the top choices that XTC leaves out, all but the last of them; above 0.5 is off.</source>
        <translation>概率高于此值的词是 XTC 会排除的首选（保留其中最后一个）；大于 0.5 表示关闭。</translation>
    </message>
    <message>
        <source>Words that are held back</source>
        <translation>要拦下的词</translation>
    </message>
    <message>
        <source>Work failed</source>
        <translation>工作失败</translation>
    </message>
    <message>
        <source>Work goes on. Quit?</source>
        <translation>工作仍在进行。要退出吗？</translation>
    </message>
    <message>
        <source>Work in progress</source>
        <translation>进行中的工作</translation>
    </message>
    <message>
        <source>Work in progress…</source>
        <translation>进行中的任务…</translation>
    </message>
    <message>
        <source>Work is done</source>
        <translation>工作已完成</translation>
    </message>
    <message numerus="yes">
        <source>Works: 1 model</source>
        <comment>Works: {count} models</comment>
        <translation>
            <numerusform>正常：{count} 个模型</numerusform>
        </translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>长行换行</translation>
    </message>
    <message>
        <source>Write a file to edit</source>
        <translation>创建可编辑的文件</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>编写消息</translation>
    </message>
    <message>
        <source>Write a message first.</source>
        <translation>请先写一条消息。</translation>
    </message>
    <message>
        <source>Write a prompt ({keys})</source>
        <translation>编写提示词（{keys}）</translation>
    </message>
    <message>
        <source>Write it as 30 minutes, 1h or two hours.</source>
        <translation>请写成 30 minutes、1h 或 two hours。</translation>
    </message>
    <message>
        <source>Write it as AWS does, as in eu-west-1.</source>
        <translation>请按 AWS 的写法，例如 eu-west-1。</translation>
    </message>
    <message>
        <source>Write it as https://host/v1 in Settings &gt; Endpoints.</source>
        <translation>请在“设置 &gt; 端点”中写成 https://host/v1。</translation>
    </message>
    <message>
        <source>Write it as in s3:ListBuckets, or: baton aws find TEXT</source>
        <translation>请写成 s3:ListBuckets 的形式，或使用：baton aws find TEXT</translation>
    </message>
    <message>
        <source>Write it as in: reads of s3 in dev for an hour</source>
        <translation>请用英文书写，例如：reads of s3 in dev for an hour</translation>
    </message>
    <message>
        <source>Write it as owner/name, as on the hub&apos;s page.</source>
        <translation>请写成 owner/name，与模型中心页面上的一致。</translation>
    </message>
    <message>
        <source>Write it as provider:model; baton models lists those you can use.</source>
        <translation>请写成 提供商:模型；baton models 会列出可用的模型。</translation>
    </message>
    <message>
        <source>Write it as service:Operation, as in s3:ListBuckets.</source>
        <translation>请写成 service:Operation，例如 s3:ListBuckets。</translation>
    </message>
    <message>
        <source>Write it as text=number or #token=number, such as maybe=-5.</source>
        <translation>请写成 文本=数字 或 #token=数字，例如 maybe=-5。</translation>
    </message>
    <message>
        <source>Write it flatter, with &apos;$defs&apos;.</source>
        <translation>请用 &apos;$defs&apos; 写得更扁平。</translation>
    </message>
    <message>
        <source>Write its address as http://proxy.example.com:3128 in Settings &gt; Network, or in HTTPS_PROXY.</source>
        <translation>请在“设置 &gt; 网络”或 HTTPS_PROXY 中把地址写成 http://proxy.example.com:3128。</translation>
    </message>
    <message>
        <source>Write the user into its address in Settings &gt; Network (http://user@proxy:3128) and keep the password with: baton keys set {proxy_key}.</source>
        <translation>在“设置 &gt; 网络”的地址中写上用户名（http://user@proxy:3128），密码用 baton keys set {proxy_key} 保存。</translation>
    </message>
    <message>
        <source>Write to this address</source>
        <translation>写信到此地址</translation>
    </message>
    <message>
        <source>Writes are trusted in an account that is named.</source>
        <translation>只有指明账户，才能信任更改。</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>写入</translation>
    </message>
    <message>
        <source>Writing a plan…</source>
        <translation>正在撰写计划…</translation>
    </message>
    <message>
        <source>Writing a proposal…</source>
        <translation>正在撰写提议…</translation>
    </message>
    <message>
        <source>Writing to the cache</source>
        <translation>写入缓存</translation>
    </message>
    <message>
        <source>Writing …</source>
        <translation>正在写入…</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>写出</translation>
    </message>
    <message>
        <source>Written at {tokens} tokens a second</source>
        <translation>生成速度每秒 {tokens} token</translation>
    </message>
    <message>
        <source>Written to {file}.</source>
        <translation>写入 {file}。</translation>
    </message>
    <message>
        <source>Written: {tokens} tokens</source>
        <translation>写出：{tokens} token</translation>
    </message>
    <message>
        <source>XTC probability</source>
        <translation>XTC 概率</translation>
    </message>
    <message>
        <source>XTC threshold</source>
        <translation>XTC 阈值</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>You</source>
        <translation>你</translation>
    </message>
    <message numerus="yes">
        <source>You are asked twice because this changes {count} resource at once.</source>
        <comment>You are asked twice because this changes {count} resources at once.</comment>
        <translation>
            <numerusform>因为会一次更改 {count} 个资源，所以再次询问。</numerusform>
        </translation>
    </message>
    <message>
        <source>You are signed in to {account}.</source>
        <translation>已登录 {account}。</translation>
    </message>
    <message>
        <source>You asked for this by a command.</source>
        <translation>由你用命令提出。</translation>
    </message>
    <message>
        <source>You asked for this.</source>
        <translation>由你提出。</translation>
    </message>
    <message>
        <source>You asked to decide on every step.</source>
        <translation>你要求逐步决定。</translation>
    </message>
    <message>
        <source>You have none yet. Set parameters in a chat, then save them as a preset.</source>
        <translation>还没有预设。先在对话中设置参数，再另存为预设。</translation>
    </message>
    <message>
        <source>You may not ask IAM&apos;s simulator (iam:SimulatePrincipalPolicy).</source>
        <translation>无权使用 IAM 模拟器（iam:SimulatePrincipalPolicy）。</translation>
    </message>
    <message>
        <source>You refused {count} proposals of this answer, so nothing more is asked about in it. Write what you want instead.</source>
        <translation>你已拒绝此回答的 {count} 个提议，因此其中不再询问。请写明你想要什么。</translation>
    </message>
    <message>
        <source>You review {{what}} …</source>
        <translation>你负责审查 {{what}}…</translation>
    </message>
    <message>
        <source>You said no, so nothing more was loaded.</source>
        <translation>你已拒绝，因此未加载更多内容。</translation>
    </message>
    <message>
        <source>You said no, so nothing was looked at.</source>
        <translation>你已拒绝，因此未查看任何内容。</translation>
    </message>
    <message>
        <source>You said no. Nothing was sent to AWS.</source>
        <translation>你已拒绝。没有向 AWS 发送任何内容。</translation>
    </message>
    <message>
        <source>You stopped it.</source>
        <translation>你停止了此操作。</translation>
    </message>
    <message>
        <source>You stopped it. What had come by then is kept.</source>
        <translation>你已停止。此前返回的内容会保留。</translation>
    </message>
    <message>
        <source>You stopped the backup.</source>
        <translation>你停止了备份。</translation>
    </message>
    <message>
        <source>You stopped the building of the list of AWS operations.</source>
        <translation>已停止构建 AWS 操作列表。</translation>
    </message>
    <message>
        <source>You stopped the check of the history.</source>
        <translation>你停止了对历史记录的检查。</translation>
    </message>
    <message>
        <source>You stopped the loading of {name!r}.</source>
        <translation>已停止加载 {name!r}。</translation>
    </message>
    <message>
        <source>You stopped waiting after {took}</source>
        <translation>已在 {took} 后停止等待</translation>
    </message>
    <message>
        <source>You stopped waiting after {took}, now {now}</source>
        <translation>已在 {took} 后停止等待，现为 {now}</translation>
    </message>
    <message>
        <source>Your AWS configuration has no profile, so there is the demo account alone; &apos;aws configure sso&apos; makes one.</source>
        <translation>你的 AWS 配置中没有配置文件，因此只有演示账户；可用 &apos;aws configure sso&apos; 创建。</translation>
    </message>
    <message>
        <source>Your chats will stand here, the newest first. Write a message and press Enter to begin one.</source>
        <translation>对话会显示在这里，最新的在最前。写一条消息并按 Enter 即可开始。</translation>
    </message>
    <message>
        <source>Your corrections of {model} were taken back.</source>
        <translation>已撤回你对 {model} 的更正。</translation>
    </message>
    <message>
        <source>Your facts of {model} count from now on.</source>
        <translation>你对 {model} 的更正即刻生效。</translation>
    </message>
    <message>
        <source>Your message was not sent</source>
        <translation>消息未发送</translation>
    </message>
    <message>
        <source>Your own words to hide</source>
        <translation>你自己要隐藏的词</translation>
    </message>
    <message>
        <source>Your own…</source>
        <translation>你自己的…</translation>
    </message>
    <message>
        <source>Your playbooks lie in {folder}.</source>
        <translation>你的巡检手册位于 {folder}。</translation>
    </message>
    <message>
        <source>Your presets</source>
        <translation>你的预设</translation>
    </message>
    <message>
        <source>Your sign-in to {account} is over at {time}.</source>
        <translation>{account} 的登录将于 {time} 失效。</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>你的</translation>
    </message>
    <message>
        <source>Zurich</source>
        <translation>苏黎世</translation>
    </message>
    <message>
        <source>a &apos;pattern&apos; must be a text</source>
        <translation>&apos;pattern&apos; 必须是文本</translation>
    </message>
    <message>
        <source>a 7-Zip archive</source>
        <translation>7-Zip 压缩包</translation>
    </message>
    <message>
        <source>a BMP picture</source>
        <translation>BMP 图片</translation>
    </message>
    <message>
        <source>a GIF picture</source>
        <translation>GIF 图片</translation>
    </message>
    <message>
        <source>a HEIC picture, which models do not take</source>
        <translation>HEIC 图片，模型不支持</translation>
    </message>
    <message>
        <source>a JPEG picture</source>
        <translation>JPEG 图片</translation>
    </message>
    <message>
        <source>a PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>a PNG picture</source>
        <translation>PNG 图片</translation>
    </message>
    <message>
        <source>a RAR archive</source>
        <translation>RAR 压缩包</translation>
    </message>
    <message>
        <source>a TIFF picture</source>
        <translation>TIFF 图片</translation>
    </message>
    <message>
        <source>a WebP picture</source>
        <translation>WebP 图片</translation>
    </message>
    <message>
        <source>a ZIP archive</source>
        <translation>ZIP 压缩包</translation>
    </message>
    <message>
        <source>a ZIP archive, or an Office document</source>
        <translation>ZIP 压缩包或 Office 文档</translation>
    </message>
    <message>
        <source>a bzip2 archive</source>
        <translation>bzip2 压缩包</translation>
    </message>
    <message>
        <source>a call of {title}</source>
        <translation>{title} 的一个调用</translation>
    </message>
    <message>
        <source>a call of {tool}</source>
        <translation>对 {tool} 的调用</translation>
    </message>
    <message>
        <source>a class of characters does not end</source>
        <translation>有字符类没有结束</translation>
    </message>
    <message>
        <source>a date and time as 2026-11-20T09:30:00Z</source>
        <translation>日期和时间，例如 2026-11-20T09:30:00Z</translation>
    </message>
    <message>
        <source>a document that cannot be read</source>
        <translation>无法读取的文档</translation>
    </message>
    <message>
        <source>a draft model, which only speeds up another</source>
        <translation>仅用于加速其他模型的草稿模型</translation>
    </message>
    <message>
        <source>a few seconds left</source>
        <translation>还剩几秒</translation>
    </message>
    <message>
        <source>a file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>a file that is no model</source>
        <translation>不是模型的文件</translation>
    </message>
    <message>
        <source>a film</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>a fix</source>
        <translation>修复项</translation>
    </message>
    <message>
        <source>a group does not end</source>
        <translation>有分组没有结束</translation>
    </message>
    <message>
        <source>a gzip archive</source>
        <translation>gzip 压缩包</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>a list of something else than models</source>
        <translation>不是模型的其他内容列表</translation>
    </message>
    <message>
        <source>a message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>a message should be an object</source>
        <translation>消息应为对象</translation>
    </message>
    <message>
        <source>a message without text</source>
        <translation>没有文本的消息</translation>
    </message>
    <message>
        <source>a message, through the composer</source>
        <translation>消息，经由输入框</translation>
    </message>
    <message>
        <source>a model file</source>
        <translation>模型文件</translation>
    </message>
    <message>
        <source>a name must be a text</source>
        <translation>名称须为文本</translation>
    </message>
    <message>
        <source>a name stands there twice.</source>
        <translation>有一个名称出现了两次。</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>a number of thousands of digits</source>
        <translation>一个有数千位的数字</translation>
    </message>
    <message>
        <source>a page ({kind}) instead of the file</source>
        <translation>网页（{kind}）而不是文件</translation>
    </message>
    <message>
        <source>a parameter of {where}</source>
        <translation>{where} 的一个参数</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>a picture adapter</source>
        <translation>图像适配器</translation>
    </message>
    <message>
        <source>a piece of the file without saying which</source>
        <translation>文件的一部分，却没有说明是哪一部分</translation>
    </message>
    <message>
        <source>a playbook</source>
        <translation>巡检手册</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>a program that gives no name</source>
        <translation>未提供名称的程序</translation>
    </message>
    <message>
        <source>a range of characters ends before it begins</source>
        <translation>字符范围的上限小于下限</translation>
    </message>
    <message>
        <source>a redirection to what is no address</source>
        <translation>指向无效地址的重定向</translation>
    </message>
    <message>
        <source>a repetition ends before it begins</source>
        <translation>重复的上限小于下限</translation>
    </message>
    <message>
        <source>a repetition is repeated</source>
        <translation>重复符号被重复</translation>
    </message>
    <message>
        <source>a repetition repeats nothing</source>
        <translation>重复符号前没有内容</translation>
    </message>
    <message>
        <source>a reranking model</source>
        <translation>重排序模型</translation>
    </message>
    <message>
        <source>a rule without a name</source>
        <translation>一条未命名的规则</translation>
    </message>
    <message>
        <source>a schema is an object or a boolean, not {value}</source>
        <translation>schema 应为对象或布尔值，而不是 {value}</translation>
    </message>
    <message>
        <source>a set of named fields</source>
        <translation>一组命名字段</translation>
    </message>
    <message>
        <source>a set of named values</source>
        <translation>一组具名的值</translation>
    </message>
    <message>
        <source>a set of names and values</source>
        <translation>一组名称和值</translation>
    </message>
    <message>
        <source>a sound</source>
        <translation>音频</translation>
    </message>
    <message>
        <source>a sound or a film</source>
        <translation>音频或视频</translation>
    </message>
    <message>
        <source>a speech model</source>
        <translation>语音模型</translation>
    </message>
    <message>
        <source>a stream that others may read</source>
        <translation>有其他方可以读取的流</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>a text or a list</source>
        <translation>文本或列表</translation>
    </message>
    <message>
        <source>a text, or {&quot;base64&quot;: &quot;…&quot;}</source>
        <translation>文本，或 {&quot;base64&quot;: &quot;…&quot;}</translation>
    </message>
    <message>
        <source>a time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>a time as in 2026-11-20T09:00:00Z</source>
        <translation>形如 2026-11-20T09:00:00Z 的时间</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message numerus="yes">
        <source>about 1 item</source>
        <comment>about {count} items</comment>
        <translation>
            <numerusform>约 {count} 个项目</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about 1 message waiting</source>
        <comment>about {count} messages waiting</comment>
        <translation>
            <numerusform>约 {count} 条消息等待中</numerusform>
        </translation>
    </message>
    <message>
        <source>about {count} tokens</source>
        <translation>约 {count} 个 token</translation>
    </message>
    <message>
        <source>about {hours} h left</source>
        <translation>约剩 {hours} 小时</translation>
    </message>
    <message>
        <source>about {hours} h {minutes} min left</source>
        <translation>约剩 {hours} 小时 {minutes} 分钟</translation>
    </message>
    <message>
        <source>about {minutes} min left</source>
        <translation>约剩 {minutes} 分钟</translation>
    </message>
    <message>
        <source>about {seconds} s left</source>
        <translation>约剩 {seconds} 秒</translation>
    </message>
    <message>
        <source>about {tokens}</source>
        <translation>约 {tokens}</translation>
    </message>
    <message>
        <source>above {tokens} tokens: {read} in and {written} out</source>
        <translation>超过 {tokens} token：输入 {read}，输出 {written}</translation>
    </message>
    <message>
        <source>accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>account id</source>
        <translation>账户 ID</translation>
    </message>
    <message>
        <source>active</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>aliases are not taken</source>
        <translation>不接受别名</translation>
    </message>
    <message>
        <source>all calls</source>
        <translation>所有调用</translation>
    </message>
    <message>
        <source>all regions</source>
        <translation>所有区域</translation>
    </message>
    <message>
        <source>allocate</source>
        <translation>分配</translation>
    </message>
    <message>
        <source>an AVIF picture, which models do not take</source>
        <translation>AVIF 图片，模型不支持</translation>
    </message>
    <message>
        <source>an SQLite database</source>
        <translation>SQLite 数据库</translation>
    </message>
    <message>
        <source>an earlier message of this chat was private</source>
        <translation>此对话早先的消息是私密的</translation>
    </message>
    <message>
        <source>an earlier time</source>
        <translation>较早的时间</translation>
    </message>
    <message>
        <source>an empty database beside a log that is not</source>
        <translation>空数据库旁有非空的日志文件</translation>
    </message>
    <message>
        <source>an id is empty</source>
        <translation>有一个 ID 为空</translation>
    </message>
    <message>
        <source>an internet gateway</source>
        <translation>一个互联网网关</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>an old Office document</source>
        <translation>旧版 Office 文档</translation>
    </message>
    <message>
        <source>an xz archive</source>
        <translation>xz 压缩包</translation>
    </message>
    <message numerus="yes">
        <source>and one more change</source>
        <comment>and {count} more changes</comment>
        <translation>
            <numerusform>另有 {count} 项更改</numerusform>
        </translation>
    </message>
    <message>
        <source>and take, in tokens</source>
        <translation>用量上限（token）</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>另有 {count} 项</translation>
    </message>
    <message>
        <source>and {count} more; type its id</source>
        <translation>另有 {count} 个；请输入 ID</translation>
    </message>
    <message>
        <source>another piece of the file than was asked for</source>
        <translation>文件中与所请求不同的部分</translation>
    </message>
    <message>
        <source>answers at {address}</source>
        <translation>在 {address} 应答</translation>
    </message>
    <message>
        <source>answers in {names}</source>
        <translation>在 {names} 中应答</translation>
    </message>
    <message>
        <source>any JSON</source>
        <translation>任意 JSON</translation>
    </message>
    <message>
        <source>anyone on the internet can read from it</source>
        <translation>互联网上任何人都可以读取</translation>
    </message>
    <message>
        <source>archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>are asked about</source>
        <translation>须先询问</translation>
    </message>
    <message>
        <source>asks for an MFA code</source>
        <translation>需要 MFA 验证码</translation>
    </message>
    <message>
        <source>assessed</source>
        <translation>已评估</translation>
    </message>
    <message>
        <source>associate</source>
        <translation>关联</translation>
    </message>
    <message>
        <source>associated</source>
        <translation>已关联</translation>
    </message>
    <message>
        <source>at least {count} objects</source>
        <translation>至少 {count} 个对象</translation>
    </message>
    <message>
        <source>at least {count} resources</source>
        <translation>至少 {count} 个资源</translation>
    </message>
    <message>
        <source>at least {count} versions</source>
        <translation>至少 {count} 个版本</translation>
    </message>
    <message>
        <source>attach</source>
        <translation>挂载</translation>
    </message>
    <message>
        <source>attached to nothing</source>
        <translation>未挂载</translation>
    </message>
    <message>
        <source>attached to {machine}</source>
        <translation>挂载到 {machine}</translation>
    </message>
    <message>
        <source>attached to {places}</source>
        <translation>挂载到 {places}</translation>
    </message>
    <message>
        <source>authorize</source>
        <translation>授权</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>available</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>baton audit lists the entries.</source>
        <translation>baton audit 会列出条目。</translation>
    </message>
    <message>
        <source>baton aws find looks for operations.</source>
        <translation>baton aws find 可查找操作。</translation>
    </message>
    <message>
        <source>baton history backups list shows those there are.</source>
        <translation>baton history backups list 会列出现有备份。</translation>
    </message>
    <message>
        <source>baton keys list shows those there are.</source>
        <translation>baton keys list 会列出现有密钥。</translation>
    </message>
    <message>
        <source>baton models --refresh lists those you can use.</source>
        <translation>baton models --refresh 会列出可用的模型。</translation>
    </message>
    <message>
        <source>baton models lists those you can use.</source>
        <translation>baton models 会列出可用的模型。</translation>
    </message>
    <message>
        <source>before a restore</source>
        <translation>恢复之前</translation>
    </message>
    <message>
        <source>before an upgrade</source>
        <translation>升级之前</translation>
    </message>
    <message>
        <source>being checked</source>
        <translation>正在检查</translation>
    </message>
    <message>
        <source>being deleted</source>
        <translation>正在删除</translation>
    </message>
    <message>
        <source>bin</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>brief, thorough</source>
        <translation>简短, 详尽</translation>
    </message>
    <message>
        <source>bucket</source>
        <translation>存储桶</translation>
    </message>
    <message>
        <source>built</source>
        <translation>已构建</translation>
    </message>
    <message>
        <source>bulk_above is a whole number from 0 to {most}.</source>
        <translation>bulk_above 应为 0 到 {most} 的整数。</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>call</source>
        <translation>调用</translation>
    </message>
    <message>
        <source>called as {names}</source>
        <translation>以 {names} 调用</translation>
    </message>
    <message>
        <source>called {names}</source>
        <translation>名为 {names}</translation>
    </message>
    <message>
        <source>calls</source>
        <translation>调用</translation>
    </message>
    <message>
        <source>calls that destroy</source>
        <translation>破坏性调用</translation>
    </message>
    <message>
        <source>cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>certificate manager</source>
        <translation>Certificate Manager</translation>
    </message>
    <message>
        <source>change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>changed {day}</source>
        <translation>更改于 {day}</translation>
    </message>
    <message>
        <source>changes of permissions</source>
        <translation>权限更改</translation>
    </message>
    <message>
        <source>chat</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>chats</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>cluster</source>
        <translation>集群</translation>
    </message>
    <message>
        <source>code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>column {name}</source>
        <translation>列 {name}</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>complete or stopped</source>
        <translation>完成或已停止</translation>
    </message>
    <message>
        <source>completion</source>
        <translation>补全</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>copied by {names}</source>
        <translation>被 {names} 复制</translation>
    </message>
    <message>
        <source>copied to {names}</source>
        <translation>复制到 {names}</translation>
    </message>
    <message>
        <source>copies in {regions}</source>
        <translation>副本位于 {regions}</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>cost unknown</source>
        <translation>费用未知</translation>
    </message>
    <message>
        <source>create</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>created</source>
        <translation>已创建</translation>
    </message>
    <message>
        <source>cut at the limit</source>
        <translation>已在上限处截断</translation>
    </message>
    <message>
        <source>database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>database cluster</source>
        <translation>数据库集群</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>default</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>deleted in {days} days</source>
        <translation>{days} 天后删除</translation>
    </message>
    <message>
        <source>deletion protection on</source>
        <translation>删除保护已开启</translation>
    </message>
    <message>
        <source>deployed</source>
        <translation>已部署</translation>
    </message>
    <message>
        <source>deregister</source>
        <translation>注销</translation>
    </message>
    <message>
        <source>deregistered</source>
        <translation>已取消注册</translation>
    </message>
    <message>
        <source>describe</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>destructive</source>
        <translation>破坏性</translation>
    </message>
    <message>
        <source>detach</source>
        <translation>卸载</translation>
    </message>
    <message>
        <source>detached</source>
        <translation>已分离</translation>
    </message>
    <message>
        <source>disable</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>disassociate</source>
        <translation>取消关联</translation>
    </message>
    <message>
        <source>disassociated</source>
        <translation>已取消关联</translation>
    </message>
    <message>
        <source>disconnected</source>
        <translation>已断开</translation>
    </message>
    <message>
        <source>display</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>done in {duration}</source>
        <translation>已完成，用时 {duration}</translation>
    </message>
    <message>
        <source>done, {how_far}</source>
        <translation>已完成，{how_far}</translation>
    </message>
    <message>
        <source>dry run</source>
        <translation>试运行</translation>
    </message>
    <message>
        <source>e-mail address</source>
        <translation>邮箱地址</translation>
    </message>
    <message>
        <source>embeddings</source>
        <translation>嵌入</translation>
    </message>
    <message>
        <source>enable</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>enabled</source>
        <translation>已启用</translation>
    </message>
    <message>
        <source>encrypted</source>
        <translation>已加密</translation>
    </message>
    <message>
        <source>encryption</source>
        <translation>加密</translation>
    </message>
    <message>
        <source>entry {number}</source>
        <translation>条目 {number}</translation>
    </message>
    <message>
        <source>entry {number}: {problem}</source>
        <translation>第 {number} 个条目：{problem}</translation>
    </message>
    <message>
        <source>every port</source>
        <translation>所有端口</translation>
    </message>
    <message>
        <source>everywhere</source>
        <translation>处处生效</translation>
    </message>
    <message>
        <source>execute</source>
        <translation>执行</translation>
    </message>
    <message>
        <source>export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>fault</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>fed by {names}</source>
        <translation>由 {names} 提供输入</translation>
    </message>
    <message>
        <source>files should be an object</source>
        <translation>files 应为对象</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>folders</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>for {services}</source>
        <translation>供 {services} 使用</translation>
    </message>
    <message>
        <source>found by a check</source>
        <translation>由检查发现</translation>
    </message>
    <message>
        <source>free</source>
        <translation>免费</translation>
    </message>
    <message>
        <source>fulfilled</source>
        <translation>已满足</translation>
    </message>
    <message>
        <source>function</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>get</source>
        <translation>获取</translation>
    </message>
    <message>
        <source>gets traffic from {names}</source>
        <translation>从 {names} 接收流量</translation>
    </message>
    <message>
        <source>give any role any policy</source>
        <translation>给任何角色附加任何策略</translation>
    </message>
    <message>
        <source>give any role any right</source>
        <translation>给任何角色任何权限</translation>
    </message>
    <message>
        <source>give any user a password</source>
        <translation>为任何用户设置密码</translation>
    </message>
    <message>
        <source>give any user any policy</source>
        <translation>给任何用户附加任何策略</translation>
    </message>
    <message>
        <source>give any user any right</source>
        <translation>给任何用户任何权限</translation>
    </message>
    <message>
        <source>given</source>
        <translation>已授予</translation>
    </message>
    <message>
        <source>given before</source>
        <translation>以前的回答</translation>
    </message>
    <message>
        <source>given to nobody</source>
        <translation>未授予任何人</translation>
    </message>
    <message>
        <source>given to {names}</source>
        <translation>已授予 {names}</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>已消失</translation>
    </message>
    <message>
        <source>gpu</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>group</source>
        <translation>组</translation>
    </message>
    <message>
        <source>group {name}</source>
        <translation>组 {name}</translation>
    </message>
    <message>
        <source>hand any role to a service</source>
        <translation>把任何角色交给服务</translation>
    </message>
    <message>
        <source>has {names}</source>
        <translation>拥有 {names}</translation>
    </message>
    <message>
        <source>high</source>
        <translation>高</translation>
    </message>
    <message>
        <source>host name</source>
        <translation>主机名</translation>
    </message>
    <message>
        <source>image</source>
        <translation>映像</translation>
    </message>
    <message>
        <source>image {names} is made of it</source>
        <translation>映像 {names} 由它制成</translation>
    </message>
    <message>
        <source>import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>已导入</translation>
    </message>
    <message>
        <source>in Auto Scaling group {name}</source>
        <translation>位于 Auto Scaling 组 {name}</translation>
    </message>
    <message>
        <source>in cluster {name}</source>
        <translation>在集群 {name} 中</translation>
    </message>
    <message>
        <source>in memory now</source>
        <translation>当前已加载</translation>
    </message>
    <message>
        <source>in service</source>
        <translation>在服务中</translation>
    </message>
    <message>
        <source>in the cloud</source>
        <translation>云端</translation>
    </message>
    <message>
        <source>in two zones</source>
        <translation>跨两个可用区</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>in {accounts}</source>
        <translation>（账户：{accounts}）</translation>
    </message>
    <message>
        <source>in {place}</source>
        <translation>在 {place}</translation>
    </message>
    <message>
        <source>in {regions}</source>
        <translation>（区域：{regions}）</translation>
    </message>
    <message>
        <source>inactive</source>
        <translation>不活动</translation>
    </message>
    <message>
        <source>info</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>instance</source>
        <translation>实例</translation>
    </message>
    <message>
        <source>instead of {model}</source>
        <translation>代替 {model}</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>interrupted, {how_far}</source>
        <translation>已中断，{how_far}</translation>
    </message>
    <message>
        <source>interrupted: Baton ended while this was written</source>
        <translation>已中断：书写期间 Baton 退出</translation>
    </message>
    <message>
        <source>invoke</source>
        <translation>调用</translation>
    </message>
    <message>
        <source>issued</source>
        <translation>已颁发</translation>
    </message>
    <message>
        <source>it allows everything everywhere. Say what or where, as in risks or accounts.</source>
        <translation>它允许在任何地方做任何事。请用 risks 或 accounts 等说明对象或位置。</translation>
    </message>
    <message>
        <source>it asks about a {thing}</source>
        <translation>询问 {thing}</translation>
    </message>
    <message>
        <source>it asks after {thing} in an AWS account</source>
        <translation>询问 AWS 账户中的 {thing}</translation>
    </message>
    <message>
        <source>it asks for code</source>
        <translation>要求编写代码</translation>
    </message>
    <message>
        <source>it asks for something in {language}</source>
        <translation>涉及 {language}</translation>
    </message>
    <message>
        <source>it asks for something in {service}</source>
        <translation>涉及 {service}</translation>
    </message>
    <message>
        <source>it asks for {service} {operation}</source>
        <translation>要求 {service} {operation}</translation>
    </message>
    <message>
        <source>it asks for {thing} in an AWS account</source>
        <translation>要求处理 AWS 账户中的 {thing}</translation>
    </message>
    <message>
        <source>it calls itself without end</source>
        <translation>它无限调用自身</translation>
    </message>
    <message>
        <source>it cannot be read: {why}.</source>
        <translation>无法读取：{why}。</translation>
    </message>
    <message>
        <source>it cannot be written</source>
        <translation>它不可写</translation>
    </message>
    <message>
        <source>it comes with a file of code</source>
        <translation>附有代码文件</translation>
    </message>
    <message>
        <source>it comes with a picture</source>
        <translation>附有图片</translation>
    </message>
    <message>
        <source>it computes too large a number</source>
        <translation>它算出的数字过大</translation>
    </message>
    <message>
        <source>it ends after since, and at most {hours} hours after.</source>
        <translation>结束时间须晚于 since，且最多晚 {hours} 小时。</translation>
    </message>
    <message>
        <source>it ends in a backslash</source>
        <translation>它以反斜杠结尾</translation>
    </message>
    <message>
        <source>it ends within its description</source>
        <translation>它在描述部分就结束了</translation>
    </message>
    <message>
        <source>it goes on with what was asked before</source>
        <translation>延续之前的提问</translation>
    </message>
    <message>
        <source>it has a &apos;)&apos; too many</source>
        <translation>多了一个 &apos;)&apos;</translation>
    </message>
    <message>
        <source>it has no key {unknown}.</source>
        <translation>其中没有键 {unknown}。</translation>
    </message>
    <message>
        <source>it has no messages</source>
        <translation>其中没有消息</translation>
    </message>
    <message>
        <source>it has no verdict; there are {known}.</source>
        <translation>缺少裁定；可用的有 {known}。</translation>
    </message>
    <message>
        <source>it holds a fenced block of code</source>
        <translation>其中含有代码块</translation>
    </message>
    <message>
        <source>it holds a secret</source>
        <translation>其中含有机密</translation>
    </message>
    <message>
        <source>it holds lines of code</source>
        <translation>其中含有代码行</translation>
    </message>
    <message>
        <source>it holds no weights</source>
        <translation>其中没有权重</translation>
    </message>
    <message>
        <source>it is being tried again just now</source>
        <translation>正在重试</translation>
    </message>
    <message>
        <source>it is larger than {most} KiB.</source>
        <translation>大于 {most} KiB。</translation>
    </message>
    <message>
        <source>it is no UTF-8 text</source>
        <translation>不是 UTF-8 文本</translation>
    </message>
    <message>
        <source>it is no UTF-8 text.</source>
        <translation>不是 UTF-8 文本。</translation>
    </message>
    <message>
        <source>it is no conversation that Baton knows</source>
        <translation>它不是 Baton 认识的对话</translation>
    </message>
    <message>
        <source>it is no file.</source>
        <translation>不是文件。</translation>
    </message>
    <message>
        <source>it is no object</source>
        <translation>它不是对象</translation>
    </message>
    <message>
        <source>it is none of the kinds with a rule of their own</source>
        <translation>不属于有专门规则的类型</translation>
    </message>
    <message>
        <source>it is not valid YAML: {problem}</source>
        <translation>不是有效的 YAML：{problem}</translation>
    </message>
    <message>
        <source>it is not valid YAML: {problem} (line {line}).</source>
        <translation>不是有效的 YAML：{problem}（第 {line} 行）。</translation>
    </message>
    <message>
        <source>it is not valid YAML: {problem}.</source>
        <translation>不是有效的 YAML：{problem}。</translation>
    </message>
    <message>
        <source>it is private</source>
        <translation>消息是私密的</translation>
    </message>
    <message>
        <source>it is {count} characters long</source>
        <translation>它有 {count} 个字符</translation>
    </message>
    <message>
        <source>it looks ahead</source>
        <translation>它使用了先行断言</translation>
    </message>
    <message>
        <source>it looks behind</source>
        <translation>它使用了后行断言</translation>
    </message>
    <message>
        <source>it looks for the boundary of a word</source>
        <translation>它使用了单词边界</translation>
    </message>
    <message>
        <source>it makes too large a text</source>
        <translation>它生成的文本过大</translation>
    </message>
    <message>
        <source>it makes too long a list</source>
        <translation>它生成的列表过长</translation>
    </message>
    <message>
        <source>it names Unicode properties</source>
        <translation>它使用了 Unicode 属性</translation>
    </message>
    <message>
        <source>it names a code point that is no character</source>
        <translation>它使用了不是字符的码位</translation>
    </message>
    <message>
        <source>it names parts of a program</source>
        <translation>提到了程序的组成部分</translation>
    </message>
    <message>
        <source>it names something in an AWS account</source>
        <translation>提到了 AWS 账户中的内容</translation>
    </message>
    <message>
        <source>it needs reads and columns.</source>
        <translation>需要 reads 和 columns。</translation>
    </message>
    <message>
        <source>it refers back to a group</source>
        <translation>它反向引用了分组</translation>
    </message>
    <message>
        <source>it refers to {reference!r}, and there is no such place in it</source>
        <translation>它引用了 {reference!r}，但其中没有这个位置</translation>
    </message>
    <message>
        <source>it sets flags</source>
        <translation>它设置了标志</translation>
    </message>
    <message>
        <source>it takes about {tokens} tokens, too many for {model}</source>
        <translation>约占 {tokens} 个 token，超出 {model} 的容量</translation>
    </message>
    <message>
        <source>it takes too much memory</source>
        <translation>它占用内存过多</translation>
    </message>
    <message>
        <source>it was not done after {seconds} seconds</source>
        <translation>它在 {seconds} 秒后仍未完成</translation>
    </message>
    <message>
        <source>it was written for a newer Baton (version {version}). Update Baton.</source>
        <translation>它是为更新版本的 Baton 编写的（版本 {version}）。请更新 Baton。</translation>
    </message>
    <message>
        <source>it writes too much</source>
        <translation>它写的内容过多</translation>
    </message>
    <message>
        <source>its link leads nowhere</source>
        <translation>其链接指向不存在的位置</translation>
    </message>
    <message>
        <source>its link leads round in a circle</source>
        <translation>其链接循环指向自身</translation>
    </message>
    <message>
        <source>its messages should be a list</source>
        <translation>其消息应为列表</translation>
    </message>
    <message>
        <source>its name is none</source>
        <translation>其名称无效</translation>
    </message>
    <message>
        <source>its schema is no text</source>
        <translation>其结构不是文本</translation>
    </message>
    <message>
        <source>its status checks pass</source>
        <translation>通过状态检查</translation>
    </message>
    <message>
        <source>its tables are not as Baton made them</source>
        <translation>其中的表与 Baton 创建的不一致</translation>
    </message>
    <message>
        <source>its {name} should be {words}</source>
        <translation>其 {name} 应为{words}</translation>
    </message>
    <message>
        <source>kept for ever</source>
        <translation>永久保留</translation>
    </message>
    <message>
        <source>kept {days} days</source>
        <translation>保留 {days} 天</translation>
    </message>
    <message>
        <source>key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>keyring</source>
        <translation>密钥环</translation>
    </message>
    <message>
        <source>last signed in {signed_in}</source>
        <translation>上次登录：{signed_in}</translation>
    </message>
    <message>
        <source>last used {when}</source>
        <translation>上次使用：{when}</translation>
    </message>
    <message>
        <source>leads nowhere</source>
        <translation>没有指向</translation>
    </message>
    <message>
        <source>leads to</source>
        <translation>指向</translation>
    </message>
    <message>
        <source>leads to {target}</source>
        <translation>指向 {target}</translation>
    </message>
    <message>
        <source>let in</source>
        <translation>允许进入</translation>
    </message>
    <message>
        <source>line {number}</source>
        <translation>第 {number} 行</translation>
    </message>
    <message>
        <source>list</source>
        <translation>列出</translation>
    </message>
    <message>
        <source>listens on {ports}</source>
        <translation>监听 {ports}</translation>
    </message>
    <message>
        <source>llama.cpp cannot follow this JSON schema.</source>
        <translation>llama.cpp 无法遵循此 JSON schema。</translation>
    </message>
    <message>
        <source>llama.cpp could not go on with this answer.</source>
        <translation>llama.cpp 无法继续此回答。</translation>
    </message>
    <message>
        <source>llama.cpp could not make a vector of this text.</source>
        <translation>llama.cpp 无法为此文本生成向量。</translation>
    </message>
    <message>
        <source>llama.cpp could not read {name!r}.</source>
        <translation>llama.cpp 无法读取 {name!r}。</translation>
    </message>
    <message>
        <source>llama.cpp does not start on this machine.</source>
        <translation>llama.cpp 无法在本机上启动。</translation>
    </message>
    <message>
        <source>llama.cpp {version} (ggml {ggml}, llama-cpp-python {binding}), built for {backends}; uses {features}</source>
        <translation>llama.cpp {version}（ggml {ggml}，llama-cpp-python {binding}），为 {backends} 构建；使用 {features}</translation>
    </message>
    <message>
        <source>llama.cpp&apos;s server listens on port 8080 unless told otherwise.</source>
        <translation>如无特别指定，llama.cpp 的服务器监听端口 8080。</translation>
    </message>
    <message>
        <source>load balancer</source>
        <translation>负载均衡器</translation>
    </message>
    <message>
        <source>load balancing</source>
        <translation>负载均衡</translation>
    </message>
    <message>
        <source>locked ({mode})</source>
        <translation>已锁定（{mode}）</translation>
    </message>
    <message>
        <source>log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>log group</source>
        <translation>日志组</translation>
    </message>
    <message>
        <source>low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>machines with the profile {names} use it</source>
        <translation>使用配置文件 {names} 的机器在使用它</translation>
    </message>
    <message>
        <source>made by you</source>
        <translation>由你创建</translation>
    </message>
    <message numerus="yes">
        <source>made of 1 snapshot</source>
        <comment>made of {count} snapshots</comment>
        <translation>
            <numerusform>由 {count} 个快照组成</numerusform>
        </translation>
    </message>
    <message>
        <source>make keys for any user</source>
        <translation>为任何用户创建密钥</translation>
    </message>
    <message>
        <source>managed by AWS</source>
        <translation>由 AWS 管理</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>中</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>message {number}</source>
        <translation>消息 {number}</translation>
    </message>
    <message>
        <source>message {number} should be an object</source>
        <translation>消息 {number} 应为对象</translation>
    </message>
    <message>
        <source>messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>min</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>modify</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>monthly cost unknown</source>
        <translation>每月费用未知</translation>
    </message>
    <message>
        <source>more than can be shown here; copy the parameters to see all</source>
        <translation>内容过多，无法在此全部显示；复制参数可查看全部</translation>
    </message>
    <message>
        <source>more than one line has the id {ids}</source>
        <translation>有多行使用相同的 ID {ids}</translation>
    </message>
    <message>
        <source>more than the file</source>
        <translation>超出文件的内容</translation>
    </message>
    <message>
        <source>name in an ARN</source>
        <translation>ARN 中的名称</translation>
    </message>
    <message>
        <source>name: {problem}</source>
        <translation>名称：{problem}</translation>
    </message>
    <message>
        <source>named by {name}</source>
        <translation>由 {name} 指定</translation>
    </message>
    <message>
        <source>named in the settings</source>
        <translation>由设置指定</translation>
    </message>
    <message>
        <source>names with values</source>
        <translation>名称与值的集合</translation>
    </message>
    <message>
        <source>network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>never run</source>
        <translation>从不运行</translation>
    </message>
    <message>
        <source>never used, as far as AWS knows</source>
        <translation>据 AWS 所知从未使用</translation>
    </message>
    <message>
        <source>nightly</source>
        <translation>每夜</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>no AWS tools</source>
        <translation>无 AWS 工具</translation>
    </message>
    <message>
        <source>no GPU layers</source>
        <translation>没有层在 GPU 上</translation>
    </message>
    <message>
        <source>no SQLite header</source>
        <translation>没有 SQLite 文件头</translation>
    </message>
    <message>
        <source>no chat template</source>
        <translation>没有对话模板</translation>
    </message>
    <message>
        <source>no confirmed subscription</source>
        <translation>没有已确认的订阅</translation>
    </message>
    <message>
        <source>no deletion protection</source>
        <translation>没有删除保护</translation>
    </message>
    <message>
        <source>no list of files</source>
        <translation>不是文件列表的内容</translation>
    </message>
    <message>
        <source>no list of models</source>
        <translation>不是模型列表的内容</translation>
    </message>
    <message>
        <source>no model</source>
        <translation>无模型</translation>
    </message>
    <message>
        <source>no monthly cost</source>
        <translation>无每月费用</translation>
    </message>
    <message>
        <source>no proxy</source>
        <translation>不使用代理</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>未说明原因</translation>
    </message>
    <message>
        <source>no resources</source>
        <translation>没有资源</translation>
    </message>
    <message>
        <source>no rows</source>
        <translation>没有行</translation>
    </message>
    <message>
        <source>no snapshot</source>
        <translation>没有快照</translation>
    </message>
    <message>
        <source>no snapshot of it</source>
        <translation>没有快照</translation>
    </message>
    <message>
        <source>no statement</source>
        <translation>没有语句</translation>
    </message>
    <message>
        <source>no termination protection</source>
        <translation>没有终止保护</translation>
    </message>
    <message>
        <source>no versioning</source>
        <translation>没有版本控制</translation>
    </message>
    <message>
        <source>nobody knows {key} in a rule; there are {known}.</source>
        <translation>规则中未知的 {key}；可用的有 {known}。</translation>
    </message>
    <message>
        <source>nobody knows {key}; there are {known}.</source>
        <translation>未知的 {key}；可用的有 {known}。</translation>
    </message>
    <message>
        <source>nobody says</source>
        <translation>无人说明</translation>
    </message>
    <message>
        <source>node {node} names the parent {parent}, which does not stand before it</source>
        <translation>节点 {node} 指定的父节点 {parent} 不在它之前</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>not Baton&apos;s database</source>
        <translation>不是 Baton 的数据库</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>未加密</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>未授予</translation>
    </message>
    <message>
        <source>not let in</source>
        <translation>不允许进入</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>未设置</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>不存在</translation>
    </message>
    <message>
        <source>not there now</source>
        <translation>目前不存在</translation>
    </message>
    <message>
        <source>not there, or not to be read</source>
        <translation>不存在或不可读取</translation>
    </message>
    <message>
        <source>not used as far as AWS knows</source>
        <translation>据 AWS 所知未使用</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>空</translation>
    </message>
    <message>
        <source>nothing inside</source>
        <translation>其中没有内容</translation>
    </message>
    <message>
        <source>nothing was missing that the backup had</source>
        <translation>备份中有的内容均未缺失</translation>
    </message>
    <message>
        <source>now {values}</source>
        <translation>现为 {values}</translation>
    </message>
    <message>
        <source>nowhere</source>
        <translation>无处</translation>
    </message>
    <message>
        <source>object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>of AWS&apos;s endpoint in {region}</source>
        <translation>{region} 的 AWS 端点的</translation>
    </message>
    <message>
        <source>of the model hub</source>
        <translation>模型中心的</translation>
    </message>
    <message>
        <source>of these cached</source>
        <translation>其中缓存</translation>
    </message>
    <message>
        <source>of {host}</source>
        <translation>{host} 的</translation>
    </message>
    <message>
        <source>of {services}</source>
        <translation>（服务：{services}）</translation>
    </message>
    <message>
        <source>of {volume}</source>
        <translation>来自 {volume}</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>on demand</source>
        <translation>按需</translation>
    </message>
    <message>
        <source>one</source>
        <translation>一个</translation>
    </message>
    <message>
        <source>one of its files is damaged</source>
        <translation>其中一个文件已损坏</translation>
    </message>
    <message>
        <source>one of {choices} and {count} more</source>
        <translation>{choices} 以及另外 {count} 个中的一个</translation>
    </message>
    <message>
        <source>one redirection after another, without end</source>
        <translation>没有尽头的连续重定向</translation>
    </message>
    <message numerus="yes">
        <source>one smaller one is not drawn</source>
        <comment>{count} smaller ones are not drawn</comment>
        <translation>
            <numerusform>有 {count} 个较小的未绘出</numerusform>
        </translation>
    </message>
    <message>
        <source>online</source>
        <translation>在线</translation>
    </message>
    <message>
        <source>only a rule that allows may end; this one says {verdict}.</source>
        <translation>只有允许的规则可以有期限；此规则为 {verdict}。</translation>
    </message>
    <message>
        <source>openai, or the name of an endpoint with OpenAI&apos;s /moderations. What models on this machine are told is never sent there.</source>
        <translation>openai，或支持 OpenAI /moderations 的端点名称。对本机模型说的话从不发送到那里。</translation>
    </message>
    <message>
        <source>others find it by name</source>
        <translation>其他方按名称找到它</translation>
    </message>
    <message>
        <source>pages</source>
        <translation>页</translation>
    </message>
    <message>
        <source>per cent</source>
        <translation>%</translation>
    </message>
    <message>
        <source>permissions</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>policy</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>policy {name}</source>
        <translation>策略 {name}</translation>
    </message>
    <message>
        <source>port {port}</source>
        <translation>端口 {port}</translation>
    </message>
    <message>
        <source>ports {first} to {last}</source>
        <translation>端口 {first} 到 {last}</translation>
    </message>
    <message>
        <source>preset {number}</source>
        <translation>预设 {number}</translation>
    </message>
    <message>
        <source>preset {number} ({name})</source>
        <translation>预设 {number}（{name}）</translation>
    </message>
    <message>
        <source>price unknown</source>
        <translation>价格未知</translation>
    </message>
    <message>
        <source>prices of {date}</source>
        <translation>{date} 的价格</translation>
    </message>
    <message>
        <source>private</source>
        <comment>a DNS zone or an image</comment>
        <translation>私有</translation>
    </message>
    <message>
        <source>private</source>
        <translation>私密</translation>
    </message>
    <message>
        <source>private: nothing leaves this machine</source>
        <translation>私密：任何内容都不会离开本机</translation>
    </message>
    <message>
        <source>profile {profile!r}, region {region}</source>
        <translation>配置文件 {profile!r}，区域 {region}</translation>
    </message>
    <message>
        <source>prompt {number}</source>
        <translation>提示词 {number}</translation>
    </message>
    <message>
        <source>prompt {number} ({name})</source>
        <translation>提示词 {number}（{name}）</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>已提议</translation>
    </message>
    <message>
        <source>proposed by {model} (a model)</source>
        <translation>由 {model}（模型）提出</translation>
    </message>
    <message>
        <source>protects {names}</source>
        <translation>保护 {names}</translation>
    </message>
    <message>
        <source>providers</source>
        <translation>提供商</translation>
    </message>
    <message>
        <source>provisioned</source>
        <translation>预置</translation>
    </message>
    <message>
        <source>public</source>
        <comment>a DNS zone or an image</comment>
        <translation>公有</translation>
    </message>
    <message>
        <source>publish</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>purge</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>put</source>
        <translation>写入</translation>
    </message>
    <message>
        <source>put any user into any group</source>
        <translation>把任何用户加入任何组</translation>
    </message>
    <message>
        <source>query</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>reach must be region or global, not {given}.</source>
        <translation>reach 须为 region 或 global，而不是 {given}。</translation>
    </message>
    <message>
        <source>reached as {name}</source>
        <translation>访问地址为 {name}</translation>
    </message>
    <message>
        <source>read</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>read, sensitive-read or write</source>
        <translation>read、sensitive-read 或 write</translation>
    </message>
    <message>
        <source>read_only is true or false.</source>
        <translation>read_only 应为 true 或 false。</translation>
    </message>
    <message>
        <source>reads</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>reads that disclose secrets</source>
        <translation>会泄露机密的读取</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>reboot</source>
        <translation>重启</translation>
    </message>
    <message>
        <source>record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>referred to by {names}</source>
        <translation>被 {names} 引用</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>register</source>
        <translation>注册</translation>
    </message>
    <message>
        <source>registered</source>
        <translation>已注册</translation>
    </message>
    <message>
        <source>reject</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>release</source>
        <translation>释放</translation>
    </message>
    <message>
        <source>remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>required</source>
        <translation>必填</translation>
    </message>
    <message>
        <source>reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>restored</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>revoke</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>rewrite any policy</source>
        <translation>改写任何策略</translation>
    </message>
    <message>
        <source>role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>role {name}</source>
        <translation>角色 {name}</translation>
    </message>
    <message>
        <source>role {owner} policy {name}</source>
        <translation>角色 {owner} 的策略 {name}</translation>
    </message>
    <message>
        <source>rolled back</source>
        <translation>已回滚</translation>
    </message>
    <message>
        <source>rotate</source>
        <translation>轮换</translation>
    </message>
    <message>
        <source>rotated by itself</source>
        <translation>自动轮换</translation>
    </message>
    <message>
        <source>row {number} of {table} refers to a row of {parent} that is not there</source>
        <translation>{table} 的第 {number} 行引用了 {parent} 中不存在的行</translation>
    </message>
    <message>
        <source>rules are written as [[rules]].</source>
        <translation>规则应写成 [[rules]]。</translation>
    </message>
    <message>
        <source>run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>run without asking</source>
        <translation>无需询问即可运行</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>running, {how_far}</source>
        <translation>运行中，{how_far}</translation>
    </message>
    <message>
        <source>runs {names}</source>
        <translation>运行 {names}</translation>
    </message>
    <message>
        <source>s</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>saves under $0.01 a month</source>
        <translation>每月节省不足 $0.01</translation>
    </message>
    <message>
        <source>say who may take any role</source>
        <translation>决定谁可以担任任何角色</translation>
    </message>
    <message>
        <source>scan</source>
        <translation>扫描</translation>
    </message>
    <message>
        <source>schedule</source>
        <translation>安排</translation>
    </message>
    <message>
        <source>scheduled</source>
        <translation>已计划</translation>
    </message>
    <message>
        <source>search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>secret</source>
        <translation>机密</translation>
    </message>
    <message>
        <source>secrets</source>
        <translation>机密</translation>
    </message>
    <message>
        <source>security group</source>
        <translation>安全组</translation>
    </message>
    <message>
        <source>send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>sends to {names}</source>
        <translation>发送到 {names}</translation>
    </message>
    <message>
        <source>sends what fails to another queue</source>
        <translation>失败的消息发送到另一个队列</translation>
    </message>
    <message>
        <source>sensitive read</source>
        <translation>敏感读取</translation>
    </message>
    <message>
        <source>serves a website</source>
        <translation>托管网站</translation>
    </message>
    <message>
        <source>service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>set</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>shown now</source>
        <translation>当前显示</translation>
    </message>
    <message>
        <source>sign in first</source>
        <translation>请先登录</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>已签名</translation>
    </message>
    <message>
        <source>signed in</source>
        <translation>已登录</translation>
    </message>
    <message>
        <source>signed in until {clock}</source>
        <translation>已登录，有效至 {clock}</translation>
    </message>
    <message>
        <source>signed in, renews itself</source>
        <translation>已登录，自动续期</translation>
    </message>
    <message>
        <source>since says when a trust was given; until, when it ends, is missing.</source>
        <translation>since 表示信任的授予时间；缺少表示结束时间的 until。</translation>
    </message>
    <message>
        <source>snapshot</source>
        <translation>快照</translation>
    </message>
    <message>
        <source>something else stands in its place</source>
        <translation>该位置是其他东西</translation>
    </message>
    <message>
        <source>stable</source>
        <translation>稳定</translation>
    </message>
    <message>
        <source>stack</source>
        <translation>堆栈</translation>
    </message>
    <message>
        <source>standby</source>
        <translation>待机</translation>
    </message>
    <message>
        <source>start</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>started</source>
        <translation>已启动</translation>
    </message>
    <message>
        <source>state</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>step {number}: {words}</source>
        <translation>步骤 {number}：{words}</translation>
    </message>
    <message numerus="yes">
        <source>step {steps} was not begun</source>
        <comment>steps {steps} were not begun</comment>
        <translation>
            <numerusform>步骤 {steps} 未开始</numerusform>
        </translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>步骤 {step}</translation>
    </message>
    <message>
        <source>step {step} failed</source>
        <translation>步骤 {step} 失败</translation>
    </message>
    <message>
        <source>step {step} is running</source>
        <translation>步骤 {step} 正在运行</translation>
    </message>
    <message>
        <source>step {step} was not begun</source>
        <translation>步骤 {step} 未开始</translation>
    </message>
    <message>
        <source>step {step} was refused</source>
        <translation>步骤 {step} 被拒绝</translation>
    </message>
    <message>
        <source>step {step} was stopped at work</source>
        <translation>步骤 {step} 在执行中被停止</translation>
    </message>
    <message>
        <source>step {step} was stopped while AWS worked</source>
        <translation>步骤 {step} 在 AWS 执行期间被停止</translation>
    </message>
    <message>
        <source>steps {first} to {last}</source>
        <translation>步骤 {first} 至 {last}</translation>
    </message>
    <message>
        <source>steps {steps}</source>
        <translation>步骤 {steps}</translation>
    </message>
    <message>
        <source>still being written</source>
        <translation>仍在书写</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>stop takes a list of texts that are not empty.</source>
        <translation>stop 接受非空文本的列表。</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>stopped, {how_far}</source>
        <translation>已停止，{how_far}</translation>
    </message>
    <message>
        <source>subnet</source>
        <translation>子网</translation>
    </message>
    <message>
        <source>subscribe</source>
        <translation>订阅</translation>
    </message>
    <message>
        <source>successful</source>
        <translation>成功</translation>
    </message>
    <message>
        <source>system: whatever this machine&apos;s settings or HTTPS_PROXY name. none: no proxy. Or an address, as in http://user@proxy.example.com:3128; its password is kept with: baton keys set proxy. What runs on this machine is always reached without.</source>
        <translation>system：采用本机设置或 HTTPS_PROXY。none：不用代理。也可填写地址，如 http://user@proxy.example.com:3128；密码用 baton keys set proxy 保存。本机上的服务总是直接访问。</translation>
    </message>
    <message>
        <source>table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>tag</source>
        <translation>添加标签</translation>
    </message>
    <message>
        <source>tag {tag}</source>
        <translation>标签 {tag}</translation>
    </message>
    <message>
        <source>take any role</source>
        <translation>担任任何角色</translation>
    </message>
    <message>
        <source>target group</source>
        <translation>目标组</translation>
    </message>
    <message>
        <source>target group {name}</source>
        <translation>目标组 {name}</translation>
    </message>
    <message>
        <source>target of {names}</source>
        <translation>{names} 的目标</translation>
    </message>
    <message>
        <source>terminate</source>
        <translation>终止</translation>
    </message>
    <message>
        <source>terminated</source>
        <translation>已终止</translation>
    </message>
    <message>
        <source>termination protection on</source>
        <translation>终止保护已开启</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>text that looks like a placeholder</source>
        <translation>看起来像占位符的文本</translation>
    </message>
    <message>
        <source>text, or {&quot;base64&quot;: &quot;…&quot;}</source>
        <translation>文本，或 {&quot;base64&quot;: &quot;…&quot;}</translation>
    </message>
    <message>
        <source>that</source>
        <translation>该内容</translation>
    </message>
    <message>
        <source>that touch only what is tagged {tags}</source>
        <translation>（仅限标签为 {tags} 的资源）</translation>
    </message>
    <message>
        <source>that touch what is tagged {tags}</source>
        <translation>（涉及标签为 {tags} 的资源）</translation>
    </message>
    <message>
        <source>the NAT gateway</source>
        <translation>NAT 网关</translation>
    </message>
    <message>
        <source>the VPC</source>
        <translation>VPC</translation>
    </message>
    <message>
        <source>the access key</source>
        <translation>访问密钥</translation>
    </message>
    <message>
        <source>the address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>the alias</source>
        <translation>别名</translation>
    </message>
    <message>
        <source>the block of public access</source>
        <translation>公有访问阻止设置</translation>
    </message>
    <message>
        <source>the bucket</source>
        <translation>存储桶</translation>
    </message>
    <message>
        <source>the bucket&apos;s ACL</source>
        <translation>存储桶的 ACL</translation>
    </message>
    <message>
        <source>the bucket&apos;s CORS rules</source>
        <translation>存储桶的 CORS 规则</translation>
    </message>
    <message>
        <source>the bucket&apos;s access logs</source>
        <translation>存储桶的访问日志</translation>
    </message>
    <message>
        <source>the bucket&apos;s encryption</source>
        <translation>存储桶的加密</translation>
    </message>
    <message>
        <source>the bucket&apos;s lifecycle</source>
        <translation>存储桶的生命周期</translation>
    </message>
    <message>
        <source>the bucket&apos;s notifications</source>
        <translation>存储桶的通知</translation>
    </message>
    <message>
        <source>the bucket&apos;s policy</source>
        <translation>存储桶的策略</translation>
    </message>
    <message>
        <source>the bucket&apos;s replication</source>
        <translation>存储桶的复制</translation>
    </message>
    <message>
        <source>the bucket&apos;s tags</source>
        <translation>存储桶的标签</translation>
    </message>
    <message>
        <source>the bucket&apos;s website</source>
        <translation>存储桶的网站</translation>
    </message>
    <message>
        <source>the call</source>
        <translation>该调用</translation>
    </message>
    <message>
        <source>the calls of {title}</source>
        <translation>{title} 的调用</translation>
    </message>
    <message>
        <source>the cluster</source>
        <translation>集群</translation>
    </message>
    <message>
        <source>the console password</source>
        <translation>控制台密码</translation>
    </message>
    <message>
        <source>the default network</source>
        <translation>默认网络</translation>
    </message>
    <message>
        <source>the demo account</source>
        <translation>演示账户</translation>
    </message>
    <message>
        <source>the disk or the system refused it</source>
        <translation>磁盘或系统拒绝了访问</translation>
    </message>
    <message>
        <source>the environment</source>
        <translation>环境变量</translation>
    </message>
    <message>
        <source>the escape \{character} means nothing</source>
        <translation>转义 \{character} 没有含义</translation>
    </message>
    <message>
        <source>the escape \{kind} needs hexadecimal digits</source>
        <translation>转义 \{kind} 需要十六进制数字</translation>
    </message>
    <message>
        <source>the expression of {where} cannot be read: {problem}</source>
        <translation>无法读取 {where} 的表达式：{problem}</translation>
    </message>
    <message>
        <source>the fix {title} calls nothing.</source>
        <translation>修复项 {title} 没有调用任何操作。</translation>
    </message>
    <message>
        <source>the function&apos;s reserved concurrency</source>
        <translation>函数的预留并发</translation>
    </message>
    <message>
        <source>the group</source>
        <translation>组</translation>
    </message>
    <message>
        <source>the image</source>
        <translation>映像</translation>
    </message>
    <message>
        <source>the inline policy</source>
        <translation>内联策略</translation>
    </message>
    <message>
        <source>the instance profile</source>
        <translation>实例配置文件</translation>
    </message>
    <message>
        <source>the internet gateway</source>
        <translation>互联网网关</translation>
    </message>
    <message>
        <source>the key pair</source>
        <translation>密钥对</translation>
    </message>
    <message>
        <source>the key&apos;s policy</source>
        <translation>密钥的策略</translation>
    </message>
    <message>
        <source>the launch template</source>
        <translation>启动模板</translation>
    </message>
    <message>
        <source>the load balancer</source>
        <translation>负载均衡器</translation>
    </message>
    <message>
        <source>the log group</source>
        <translation>日志组</translation>
    </message>
    <message>
        <source>the message it shows is not there</source>
        <translation>所显示的消息不存在</translation>
    </message>
    <message>
        <source>the name of a group does not end</source>
        <translation>分组名称没有结束</translation>
    </message>
    <message>
        <source>the network ACL</source>
        <translation>网络 ACL</translation>
    </message>
    <message>
        <source>the network interface</source>
        <translation>网络接口</translation>
    </message>
    <message>
        <source>the object&apos;s tags</source>
        <translation>对象的标签</translation>
    </message>
    <message numerus="yes">
        <source>the oldest turn</source>
        <comment>the {count} oldest turns</comment>
        <translation>
            <numerusform>最早的 {count} 个轮次</numerusform>
        </translation>
    </message>
    <message>
        <source>the parameter</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>the parameters of {where}</source>
        <translation>{where} 的参数</translation>
    </message>
    <message>
        <source>the peering connection</source>
        <translation>对等连接</translation>
    </message>
    <message>
        <source>the placement group</source>
        <translation>置放群组</translation>
    </message>
    <message>
        <source>the policy</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>the proxy {address}, named by {origin}</source>
        <translation>代理 {address}（由{origin}指定）</translation>
    </message>
    <message>
        <source>the queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>the repository</source>
        <translation>存储库</translation>
    </message>
    <message>
        <source>the result of {tool}</source>
        <translation>{tool} 的结果</translation>
    </message>
    <message>
        <source>the role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>the route table</source>
        <translation>路由表</translation>
    </message>
    <message>
        <source>the rule in line {line}</source>
        <translation>第 {line} 行的规则</translation>
    </message>
    <message>
        <source>the secret</source>
        <translation>机密</translation>
    </message>
    <message>
        <source>the security group</source>
        <translation>安全组</translation>
    </message>
    <message>
        <source>the settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>the sign-in has expired</source>
        <translation>登录已过期</translation>
    </message>
    <message>
        <source>the snapshot</source>
        <translation>快照</translation>
    </message>
    <message>
        <source>the stack</source>
        <translation>堆栈</translation>
    </message>
    <message>
        <source>the subnet</source>
        <translation>子网</translation>
    </message>
    <message>
        <source>the subscription</source>
        <translation>订阅</translation>
    </message>
    <message>
        <source>the system</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>the system prompt of a chat</source>
        <translation>对话的系统提示词</translation>
    </message>
    <message>
        <source>the table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>the target group</source>
        <translation>目标组</translation>
    </message>
    <message>
        <source>the topic</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>the user</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>the volume</source>
        <translation>卷</translation>
    </message>
    <message>
        <source>then {step}</source>
        <translation>然后 {step}</translation>
    </message>
    <message>
        <source>there</source>
        <translation>存在</translation>
    </message>
    <message>
        <source>there are more than {most} rules.</source>
        <translation>规则超过 {most} 条。</translation>
    </message>
    <message>
        <source>there is more to load</source>
        <translation>还有更多可加载</translation>
    </message>
    <message>
        <source>thinking</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>this</source>
        <translation>这个</translation>
    </message>
    <message>
        <source>this chat is private</source>
        <translation>此对话是私密的</translation>
    </message>
    <message>
        <source>this chat&apos;s budget of {amount}</source>
        <translation>此对话的预算 {amount}</translation>
    </message>
    <message>
        <source>this month&apos;s budget of {amount}</source>
        <translation>本月预算 {amount}</translation>
    </message>
    <message>
        <source>this number</source>
        <translation>这个数字</translation>
    </message>
    <message>
        <source>this run&apos;s budget of {amount}</source>
        <translation>本次运行的预算 {amount}</translation>
    </message>
    <message>
        <source>through {operations}</source>
        <translation>（操作：{operations}）</translation>
    </message>
    <message>
        <source>today&apos;s budget of {amount}</source>
        <translation>今日预算 {amount}</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>token</translation>
    </message>
    <message>
        <source>topic</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>transfer acceleration</source>
        <translation>传输加速</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>two of its messages have the same id</source>
        <translation>其中两条消息的 ID 相同</translation>
    </message>
    <message>
        <source>two of its messages have the same messageId</source>
        <translation>其中两条消息的 messageId 相同</translation>
    </message>
    <message>
        <source>two of its messages have the same uuid</source>
        <translation>其中两条消息的 uuid 相同</translation>
    </message>
    <message>
        <source>two of its messages or actions have the same id</source>
        <translation>其中两条消息或操作的 ID 相同</translation>
    </message>
    <message>
        <source>two rules are named {name}.</source>
        <translation>有两条规则名为 {name}。</translation>
    </message>
    <message>
        <source>under $0.01 a month</source>
        <translation>每月不足 $0.01</translation>
    </message>
    <message>
        <source>under {money}</source>
        <translation>低于 {money}</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>unsubscribe</source>
        <translation>取消订阅</translation>
    </message>
    <message>
        <source>untag</source>
        <translation>移除标签</translation>
    </message>
    <message>
        <source>update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>updated</source>
        <translation>已更新</translation>
    </message>
    <message>
        <source>upload</source>
        <translation>上传</translation>
    </message>
    <message numerus="yes">
        <source>used by 1 network interface</source>
        <comment>used by {count} network interfaces</comment>
        <translation>
            <numerusform>被 {count} 个网络接口使用</numerusform>
        </translation>
    </message>
    <message>
        <source>used by no network interface</source>
        <translation>没有网络接口使用</translation>
    </message>
    <message>
        <source>user</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>user {name}</source>
        <translation>用户 {name}</translation>
    </message>
    <message>
        <source>user {owner} policy {name}</source>
        <translation>用户 {owner} 的策略 {name}</translation>
    </message>
    <message>
        <source>validated</source>
        <translation>已校验</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>已验证</translation>
    </message>
    <message>
        <source>version is {version}.</source>
        <translation>version 应为 {version}。</translation>
    </message>
    <message>
        <source>version {version}</source>
        <translation>版本 {version}</translation>
    </message>
    <message>
        <source>versioning {state}</source>
        <translation>版本控制 {state}</translation>
    </message>
    <message>
        <source>vllm serve listens on port 8000 unless told otherwise.</source>
        <translation>如无特别指定，vllm serve 监听端口 8000。</translation>
    </message>
    <message>
        <source>volume</source>
        <translation>卷</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>waiting for you</source>
        <translation>等待你确认</translation>
    </message>
    <message>
        <source>waiting for you, {how_far}</source>
        <translation>等待你确认，{how_far}</translation>
    </message>
    <message>
        <source>want a name typed</source>
        <translation>须输入名称</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>website</source>
        <translation>网站</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation>周</translation>
    </message>
    <message>
        <source>what allows for a time says for which risks, and they are {trusted}.</source>
        <translation>限时允许须说明风险，可为 {trusted}。</translation>
    </message>
    <message>
        <source>what allows writes for a time says in which accounts.</source>
        <translation>限时允许更改须说明账户。</translation>
    </message>
    <message>
        <source>what it encrypted is not known to AWS</source>
        <translation>AWS 不知道它加密了什么</translation>
    </message>
    <message>
        <source>who owns its objects</source>
        <translation>对象的所有者</translation>
    </message>
    <message>
        <source>who pays for requests</source>
        <translation>请求的付费方</translation>
    </message>
    <message>
        <source>with a second factor</source>
        <translation>有第二验证因素</translation>
    </message>
    <message>
        <source>without a second factor</source>
        <translation>没有第二验证因素</translation>
    </message>
    <message>
        <source>word of yours</source>
        <translation>你自己的词</translation>
    </message>
    <message>
        <source>works</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>write</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>writes</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>you want it kept on this machine</source>
        <translation>你希望内容留在本机</translation>
    </message>
    <message>
        <source>your corrections of models</source>
        <translation>你对模型的更正</translation>
    </message>
    <message>
        <source>your presets of parameters</source>
        <translation>你的参数预设</translation>
    </message>
    <message>
        <source>yours</source>
        <comment>of a playbook</comment>
        <translation>你的</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>自己的</translation>
    </message>
    <message>
        <source>{accounts} are the same AWS account {number}, so it stands here {count} times.</source>
        <translation>{accounts} 是同一个 AWS 账户 {number}，因此在此出现 {count} 次。</translation>
    </message>
    <message>
        <source>{account} may not perform {operation}: {said}</source>
        <translation>{account} 无权执行 {operation}：{said}</translation>
    </message>
    <message>
        <source>{account} wants the code that your MFA device shows now.</source>
        <translation>{account} 需要你的 MFA 设备当前显示的代码。</translation>
    </message>
    <message>
        <source>{account} · all regions</source>
        <translation>{account} · 所有区域</translation>
    </message>
    <message>
        <source>{actions} depends on conditions that the simulator is not told. {advice}</source>
        <translation>{actions} 取决于模拟器不知道的条件。{advice}</translation>
    </message>
    <message>
        <source>{actions} is not allowed on everything, but may be on this resource. {advice}</source>
        <translation>{actions} 并非对所有资源都允许，但可能允许用于此资源。{advice}</translation>
    </message>
    <message>
        <source>{active} of them active</source>
        <translation>其中 {active} 个处于活动状态</translation>
    </message>
    <message>
        <source>{adapter!r} is for {kind} models, and {model!r} is a {other} model.</source>
        <translation>{adapter!r} 适用于 {kind} 模型，而 {model!r} 是 {other} 模型。</translation>
    </message>
    <message>
        <source>{adapter!r} is for {kind} models, and {model!r} is an adapter itself.</source>
        <translation>{adapter!r} 适用于 {kind} 模型，而 {model!r} 本身是适配器。</translation>
    </message>
    <message>
        <source>{amount} a month</source>
        <translation>每月 {amount}</translation>
    </message>
    <message>
        <source>{arn} names account {account}, not {own_account} and region {region}, not {own_region}.</source>
        <translation>{arn} 指向账户 {account}（而非 {own_account}）和区域 {region}（而非 {own_region}）。</translation>
    </message>
    <message>
        <source>{arn} names account {account}, not {own_account}.</source>
        <translation>{arn} 指向账户 {account}，而非 {own_account}。</translation>
    </message>
    <message>
        <source>{arn} names region {region}, not {own_region}.</source>
        <translation>{arn} 指向区域 {region}，而非 {own_region}。</translation>
    </message>
    <message>
        <source>{at} of {count}</source>
        <translation>第 {at} 个，共 {count} 个</translation>
    </message>
    <message>
        <source>{backup}, encrypted</source>
        <translation>{backup}，已加密</translation>
    </message>
    <message>
        <source>{before} is called {after} now.</source>
        <translation>{before} 现已更名为 {after}。</translation>
    </message>
    <message>
        <source>{branches} branches, {messages} messages. The filled dots lead to what is shown.</source>
        <translation>{branches} 个分支，{messages} 条消息。实心圆点通向当前显示的内容。</translation>
    </message>
    <message>
        <source>{bucket} versioning</source>
        <translation>{bucket} 版本控制</translation>
    </message>
    <message>
        <source>{budget} is used up to {percent} ({used}).</source>
        <translation>{budget}已用 {percent}（{used}）。</translation>
    </message>
    <message>
        <source>{calls} {verdict}, but what destroys or changes permissions is still asked about.</source>
        <translation>{calls}：{verdict}，但破坏性操作和权限更改仍须询问。</translation>
    </message>
    <message>
        <source>{calls} {verdict}.</source>
        <translation>{calls}：{verdict}。</translation>
    </message>
    <message numerus="yes">
        <source>{call} in {count} place</source>
        <comment>{call} in {count} places</comment>
        <translation>
            <numerusform>{call}，共 {count} 处</numerusform>
        </translation>
    </message>
    <message>
        <source>{call}, with {parameters}</source>
        <translation>{call}，参数 {parameters}</translation>
    </message>
    <message>
        <source>{change}  and {count} more</source>
        <translation>{change}，另有 {count} 项</translation>
    </message>
    <message>
        <source>{change} {kind} running all month on Linux.</source>
        <translation>{change} {kind}，在 Linux 上运行整月。</translation>
    </message>
    <message>
        <source>{context} context</source>
        <translation>上下文 {context}</translation>
    </message>
    <message>
        <source>{context}, keys and values in {type}</source>
        <translation>{context}，KV 类型为 {type}</translation>
    </message>
    <message>
        <source>{cost} ({notes}).</source>
        <translation>{cost}（{notes}）。</translation>
    </message>
    <message>
        <source>{cost} + unknown</source>
        <translation>{cost} + 未知</translation>
    </message>
    <message>
        <source>{cost} and what is unknown</source>
        <translation>{cost}，另有未知费用</translation>
    </message>
    <message>
        <source>{cost} of {limit}</source>
        <translation>{cost} / {limit}</translation>
    </message>
    <message>
        <source>{cost}.</source>
        <translation>{cost}。</translation>
    </message>
    <message numerus="yes">
        <source>{count} account</source>
        <comment>{count} accounts</comment>
        <translation>
            <numerusform>{count} 个账户</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} accounts  ·  {place}</source>
        <translation>{count} 个账户  ·  {place}</translation>
    </message>
    <message>
        <source>{count} are called {name}. Which one?</source>
        <translation>有 {count} 个名为 {name}。选哪一个？</translation>
    </message>
    <message numerus="yes">
        <source>{count} backup is encrypted.</source>
        <comment>{count} backups are encrypted.</comment>
        <translation>
            <numerusform>{count} 个备份已加密。</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} batches of {requests} requests are under way, and any of them may be this one.</source>
        <translation>有 {count} 个包含 {requests} 个请求的批次正在进行，其中任何一个都可能是这一个。</translation>
    </message>
    <message>
        <source>{count} being worked on</source>
        <translation>{count} 条正在处理</translation>
    </message>
    <message numerus="yes">
        <source>{count} byte</source>
        <comment>{count} bytes</comment>
        <translation>
            <numerusform>{count} 字节</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} bytes are missing at its end</source>
        <translation>末尾缺少 {count} 字节</translation>
    </message>
    <message>
        <source>{count} cannot be undone</source>
        <translation>{count} 项无法撤销</translation>
    </message>
    <message numerus="yes">
        <source>{count} change</source>
        <comment>{count} changes</comment>
        <translation>
            <numerusform>{count} 项更改</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} characters</source>
        <translation>{count} 个字符</translation>
    </message>
    <message>
        <source>{count} characters, some of them unseen</source>
        <translation>{count} 个字符，其中有不可见字符</translation>
    </message>
    <message numerus="yes">
        <source>{count} chat</source>
        <comment>{count} chats</comment>
        <translation>
            <numerusform>{count} 个对话</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} chat deleted for good.</source>
        <comment>{count} chats deleted for good.</comment>
        <translation>
            <numerusform>已永久删除 {count} 个对话。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} chat imported.</source>
        <comment>{count} chats imported.</comment>
        <translation>
            <numerusform>已导入 {count} 个对话。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} chat read</source>
        <comment>{count} chats read</comment>
        <translation>
            <numerusform>已读取 {count} 个对话</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} chat was deleted. It lies in the bin for {days} days.</source>
        <comment>{count} chats were deleted. They lie in the bin for {days} days.</comment>
        <translation>
            <numerusform>已删除 {count} 个对话，将在回收站中保留 {days} 天。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} chat was moved out of the folder.</source>
        <comment>{count} chats were moved out of the folder.</comment>
        <translation>
            <numerusform>已将 {count} 个对话移出文件夹。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} chat was moved to {folder}.</source>
        <comment>{count} chats were moved to {folder}.</comment>
        <translation>
            <numerusform>已将 {count} 个对话移到 {folder}。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} chat was put into the archive.</source>
        <comment>{count} chats were put into the archive.</comment>
        <translation>
            <numerusform>已归档 {count} 个对话。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} chat was restored.</source>
        <comment>{count} chats were restored.</comment>
        <translation>
            <numerusform>已恢复 {count} 个对话。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} chat was taken out of the archive.</source>
        <comment>{count} chats were taken out of the archive.</comment>
        <translation>
            <numerusform>已将 {count} 个对话移出归档。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} chat will be deleted for good, with its messages and files.</source>
        <comment>{count} chats will be deleted for good, with their messages and files.</comment>
        <translation>
            <numerusform>将永久删除 {count} 个对话及其消息和文件。</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} chosen</source>
        <translation>已选 {count} 项</translation>
    </message>
    <message>
        <source>{count} chosen; {most} can be fixed at once.</source>
        <translation>已选 {count} 项；一次最多修复 {most} 项。</translation>
    </message>
    <message numerus="yes">
        <source>{count} conversation</source>
        <comment>{count} conversations</comment>
        <translation>
            <numerusform>{count} 个对话</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} day</source>
        <comment>{count} days</comment>
        <translation>
            <numerusform>{count} 天</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} failed</source>
        <translation>{count} 个失败</translation>
    </message>
    <message numerus="yes">
        <source>{count} failure</source>
        <comment>{count} failures</comment>
        <translation>
            <numerusform>失败 {count} 次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} file is more than goes with one message.</source>
        <comment>{count} files are more than go with one message.</comment>
        <translation>
            <numerusform>{count} 个文件超出了一条消息可附带的数量。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} file went as they are.</source>
        <comment>{count} files went as they are.</comment>
        <translation>
            <numerusform>{count} 个文件原样发送。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} finding</source>
        <comment>{count} findings</comment>
        <translation>
            <numerusform>{count} 个发现项</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} found</source>
        <translation>已发现 {count} 项</translation>
    </message>
    <message>
        <source>{count} found.</source>
        <translation>找到 {count} 个。</translation>
    </message>
    <message>
        <source>{count} here already</source>
        <translation>{count} 个已存在</translation>
    </message>
    <message numerus="yes">
        <source>{count} hour</source>
        <comment>{count} hours</comment>
        <translation>
            <numerusform>{count} 小时</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} layers did not load on the GPU; the model is loaded on the processor only.</source>
        <translation>{count} 层无法加载到 GPU；模型将只在处理器上加载。</translation>
    </message>
    <message>
        <source>{count} layers did not load on the GPU; {left} are tried.</source>
        <translation>{count} 层无法加载到 GPU；将尝试 {left} 层。</translation>
    </message>
    <message>
        <source>{count} layers would fit: choose another policy, or a smaller quantisation.</source>
        <translation>可以放下 {count} 层：请选择其他方式，或更小的量化。</translation>
    </message>
    <message>
        <source>{count} left out</source>
        <translation>{count} 个已略过</translation>
    </message>
    <message>
        <source>{count} looked at</source>
        <translation>已查看 {count} 项</translation>
    </message>
    <message>
        <source>{count} looked at in {places} places</source>
        <translation>在 {places} 处查看了 {count} 项</translation>
    </message>
    <message numerus="yes">
        <source>{count} message</source>
        <comment>{count} messages</comment>
        <translation>
            <numerusform>{count} 条消息</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} message of them from the backup of {when}, among which may be some you had deleted since</source>
        <comment>{count} messages of them from the backup of {when}, among which may be some you had deleted since</comment>
        <translation>
            <numerusform>其中 {count} 条消息来自 {when} 的备份，可能包含你此后删除的内容</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} message went to {model}.</source>
        <comment>{count} messages went to {model}.</comment>
        <translation>
            <numerusform>{count} 条消息发送给了 {model}。</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>另有 {count} 个</translation>
    </message>
    <message>
        <source>{count} more to decide after this.</source>
        <translation>之后还有 {count} 项待决定。</translation>
    </message>
    <message>
        <source>{count} of them in place of another</source>
        <translation>其中 {count} 个替换了原有的</translation>
    </message>
    <message>
        <source>{count} of {rows}</source>
        <translation>{count} / {rows}</translation>
    </message>
    <message numerus="yes">
        <source>{count} other</source>
        <comment>{count} others</comment>
        <translation>
            <numerusform>其他 {count} 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} page</source>
        <comment>{count} pages</comment>
        <translation>
            <numerusform>{count} 页</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} pages</source>
        <translation>{count} 页</translation>
    </message>
    <message>
        <source>{count} pieces of work</source>
        <translation>{count} 项工作</translation>
    </message>
    <message>
        <source>{count} pieces of work go on. Quit all the same?</source>
        <translation>还有 {count} 项工作正在进行。仍要退出吗？</translation>
    </message>
    <message numerus="yes">
        <source>{count} place</source>
        <comment>{count} places</comment>
        <translation>
            <numerusform>{count} 处</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} point in time</source>
        <comment>{count} points in time</comment>
        <translation>
            <numerusform>{count} 个时间点</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} preset imported</source>
        <comment>{count} presets imported</comment>
        <translation>
            <numerusform>已导入 {count} 个预设</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} prompt</source>
        <comment>{count} prompts</comment>
        <translation>
            <numerusform>{count} 个提示词</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} prompt imported</source>
        <comment>{count} prompts imported</comment>
        <translation>
            <numerusform>已导入 {count} 个提示词</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} read</source>
        <comment>{count} reads</comment>
        <translation>
            <numerusform>{count} 次读取</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} region of {accounts}</source>
        <comment>{count} regions of {accounts}</comment>
        <translation>
            <numerusform>{accounts}的 {count} 个区域</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} regions</source>
        <translation>{count} 个区域</translation>
    </message>
    <message numerus="yes">
        <source>{count} resource</source>
        <comment>{count} resources</comment>
        <translation>
            <numerusform>{count} 个资源</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} rule.</source>
        <comment>{count} rules.</comment>
        <translation>
            <numerusform>{count} 条规则。</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} runs at once at most</source>
        <translation>最多同时运行 {count} 次</translation>
    </message>
    <message numerus="yes">
        <source>{count} sensitive read</source>
        <comment>{count} sensitive reads</comment>
        <translation>
            <numerusform>{count} 次敏感读取</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} service</source>
        <comment>{count} services</comment>
        <translation>
            <numerusform>{count} 个服务</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} skipped</source>
        <translation>{count} 个已跳过</translation>
    </message>
    <message numerus="yes">
        <source>{count} step</source>
        <comment>{count} steps</comment>
        <translation>
            <numerusform>{count} 个步骤</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} to mend: {first}</source>
        <translation>有 {count} 处需要修正：{first}</translation>
    </message>
    <message>
        <source>{count} tokens</source>
        <translation>{count} 个 token</translation>
    </message>
    <message>
        <source>{count} tokens a second</source>
        <translation>每秒 {count} token</translation>
    </message>
    <message>
        <source>{count} volumes, {going} of them deleted with it when it is terminated</source>
        <translation>{count} 个卷，终止时其中 {going} 个会一并删除</translation>
    </message>
    <message>
        <source>{count} would fit; set the layers on the GPU to -1 to have as many as fit.</source>
        <translation>可以放下 {count} 层；将 GPU 层数设为 -1 可尽量多放。</translation>
    </message>
    <message>
        <source>{count} {kind}</source>
        <translation>{kind} {count} 处</translation>
    </message>
    <message>
        <source>{done} done</source>
        <translation>已完成 {done}</translation>
    </message>
    <message>
        <source>{done} of {count} steps were done.</source>
        <translation>{count} 个步骤中完成了 {done} 个。</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done}/{total}</translation>
    </message>
    <message>
        <source>{done} of {total} done</source>
        <translation>已完成 {done}/{total}</translation>
    </message>
    <message>
        <source>{endpoint!r} is no address of a model hub.</source>
        <translation>{endpoint!r} 不是模型中心的地址。</translation>
    </message>
    <message>
        <source>{endpoint}&apos;s own list of {day}</source>
        <translation>{endpoint} 自己的列表（{day}）</translation>
    </message>
    <message>
        <source>{entry!r} is no bias.</source>
        <translation>{entry!r} 不是偏置。</translation>
    </message>
    <message>
        <source>{entry} has the name of an earlier one</source>
        <translation>{entry} 与前面的条目同名</translation>
    </message>
    <message>
        <source>{entry} is longer than {limit} KiB</source>
        <translation>{entry} 超过了 {limit} KiB</translation>
    </message>
    <message>
        <source>{field} of {variable}</source>
        <translation>{variable} 的{field}</translation>
    </message>
    <message>
        <source>{field}: {typed} is no number.</source>
        <translation>{field}：{typed} 不是数字。</translation>
    </message>
    <message>
        <source>{file_name}: the prompt {name} came in an earlier file already.</source>
        <translation>{file_name}：提示词 {name} 已在之前的文件中出现。</translation>
    </message>
    <message>
        <source>{file} cannot be written: {why}.</source>
        <translation>无法写入 {file}：{why}。</translation>
    </message>
    <message>
        <source>{file} is there already.</source>
        <translation>{file} 已存在。</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} 至 {last}</translation>
    </message>
    <message>
        <source>{fit}, recommended</source>
        <translation>{fit}，推荐</translation>
    </message>
    <message>
        <source>{fit}: {more}</source>
        <translation>{fit}：{more}</translation>
    </message>
    <message>
        <source>{folder} cannot be written: {problem}.</source>
        <translation>无法写入 {folder}：{problem}。</translation>
    </message>
    <message>
        <source>{found!r} does not belong here (character {number}).</source>
        <translation>{found!r} 不应在此处（第 {number} 个字符）。</translation>
    </message>
    <message>
        <source>{found}, {looked}.</source>
        <translation>{found}，{looked}。</translation>
    </message>
    <message>
        <source>{found}, {looked}; {count} could not be looked at.</source>
        <translation>{found}，{looked}；{count} 项无法查看。</translation>
    </message>
    <message>
        <source>{free} of {total} are free.</source>
        <translation>{total} 中有 {free} 可用。</translation>
    </message>
    <message numerus="yes">
        <source>{function}() takes 1 value, not {given}.</source>
        <comment>{function}() takes {count} values, not {given}.</comment>
        <translation>
            <numerusform>{function}() 接受 {count} 个值，而不是 {given} 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>{function}() wants {wanted}, and was given {given}.</source>
        <translation>{function}() 需要 {wanted}，但得到 {given}。</translation>
    </message>
    <message>
        <source>{gpu} ({name}), {free} of {total} free</source>
        <translation>{gpu}（{name}），{total} 中有 {free} 可用</translation>
    </message>
    <message>
        <source>{group} {ports} from {whom}</source>
        <translation>{group} {ports} 来自 {whom}</translation>
    </message>
    <message>
        <source>{help} Left alone: {value}.</source>
        <translation>{help} 不设置时：{value}。</translation>
    </message>
    <message>
        <source>{help} One a line.</source>
        <translation>{help} 每行一个。</translation>
    </message>
    <message>
        <source>{host!r} sent more than an answer can be long, and was stopped.</source>
        <translation>{host!r} 发送的内容超过了回答可能的长度，已被停止。</translation>
    </message>
    <message>
        <source>{host} is not an address of this machine alone.</source>
        <translation>{host} 不是仅限本机的地址。</translation>
    </message>
    <message>
        <source>{host} is not on this machine or a private network, so its address must begin with https.</source>
        <translation>{host} 不在本机或专用网络中，因此其地址须以 https 开头。</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} 小时</translation>
    </message>
    <message>
        <source>{id} is no plain read.</source>
        <translation>{id} 不是单纯的读取。</translation>
    </message>
    <message>
        <source>{instances} and {volumes} that go with them are no longer paid for.</source>
        <translation>{instances}以及随之删除的{volumes}不再付费。</translation>
    </message>
    <message>
        <source>{instance} does not match {wanted}</source>
        <translation>{instance} 与 {wanted} 不匹配</translation>
    </message>
    <message>
        <source>{item} stands in it twice</source>
        <translation>{item} 在其中出现两次</translation>
    </message>
    <message>
        <source>{keyword!r} must be a list</source>
        <translation>{keyword!r} 必须是列表</translation>
    </message>
    <message>
        <source>{keyword!r} must be a number, not {value}</source>
        <translation>{keyword!r} 必须是数字，而不是 {value}</translation>
    </message>
    <message>
        <source>{keyword!r} must be a whole number, not {value}</source>
        <translation>{keyword!r} 必须是整数，而不是 {value}</translation>
    </message>
    <message>
        <source>{keyword!r} must be an object</source>
        <translation>{keyword!r} 必须是对象</translation>
    </message>
    <message>
        <source>{key} holds an empty text.</source>
        <translation>{key} 中有空文本。</translation>
    </message>
    <message>
        <source>{key} is a list of texts, as in [&quot;…&quot;].</source>
        <translation>{key} 应为文本列表，例如 [&quot;…&quot;]。</translation>
    </message>
    <message>
        <source>{key} is a text.</source>
        <translation>{key} 应为文本。</translation>
    </message>
    <message>
        <source>{key} is a time with its zone, as 2026-11-27T15:00:00Z without quotes.</source>
        <translation>{key} 应为带时区的时间，例如 2026-11-27T15:00:00Z，不加引号。</translation>
    </message>
    <message>
        <source>{key} is empty: leave it out, or say which.</source>
        <translation>{key} 为空：请去掉或填写。</translation>
    </message>
    <message>
        <source>{key}: a message should be an object</source>
        <translation>{key}：消息应为对象</translation>
    </message>
    <message>
        <source>{key}: a part should be a text or an object</source>
        <translation>{key}：部分应为文本或对象</translation>
    </message>
    <message>
        <source>{key}: the author&apos;s role should be user, assistant, system or tool</source>
        <translation>{key}：作者角色应为 user、assistant、system 或 tool</translation>
    </message>
    <message>
        <source>{key}: the role should be user, assistant or system</source>
        <translation>{key}：角色应为 user、assistant 或 system</translation>
    </message>
    <message>
        <source>{key}: {text} begins or ends with a space.</source>
        <translation>{key}：{text} 以空格开头或结尾。</translation>
    </message>
    <message>
        <source>{key}: {text} holds characters that cannot be seen.</source>
        <translation>{key}：{text} 含有不可见的字符。</translation>
    </message>
    <message>
        <source>{key}: {text} holds characters that look like others.</source>
        <translation>{key}：{text} 含有外形与其他字符相似的字符。</translation>
    </message>
    <message>
        <source>{key}: {text} is longer than {most} characters.</source>
        <translation>{key}：{text} 超过 {most} 个字符。</translation>
    </message>
    <message>
        <source>{key}: {text} mixes letters of several alphabets, which look alike.</source>
        <translation>{key}：{text} 混用了多种字母表中外形相似的字母。</translation>
    </message>
    <message>
        <source>{kind} and its storage, all month.</source>
        <translation>{kind} 及其存储，整月。</translation>
    </message>
    <message>
        <source>{kind} instead of what it is now, running all month on Linux.</source>
        <translation>由当前类型改为 {kind}，在 Linux 上运行整月。</translation>
    </message>
    <message>
        <source>{kind}, {size} GiB, all month.</source>
        <translation>{kind}，{size} GiB，整月。</translation>
    </message>
    <message>
        <source>{layers} of {total} layers on the GPU</source>
        <translation>{total} 层中 {layers} 层在 GPU</translation>
    </message>
    <message>
        <source>{layers} of {total} layers on the GPU, {size} in all</source>
        <translation>{total} 层中 {layers} 层在 GPU，共 {size}</translation>
    </message>
    <message>
        <source>{length}: show all of it</source>
        <translation>{length}：显示全部</translation>
    </message>
    <message>
        <source>{lines}, {count} characters</source>
        <translation>{lines}，{count} 个字符</translation>
    </message>
    <message>
        <source>{list}; prices and what the list leaves open: {file}</source>
        <translation>{list}；价格及列表未说明的内容：{file}</translation>
    </message>
    <message>
        <source>{list}; what the list leaves open: {file}</source>
        <translation>{list}；列表未说明的内容：{file}</translation>
    </message>
    <message>
        <source>{memory}: {needed} of {free} free</source>
        <translation>{memory}：{needed}，可用 {free}</translation>
    </message>
    <message>
        <source>{message} Asking again in {wait_s} s.</source>
        <translation>{message} {wait_s} 秒后再次询问。</translation>
    </message>
    <message>
        <source>{message} Asking {title}.</source>
        <translation>{message} 正在询问 {title}。</translation>
    </message>
    <message>
        <source>{message} The settings name it for new chats.</source>
        <translation>{message} 设置中将其用于新对话。</translation>
    </message>
    <message>
        <source>{message} {title} answers anew, as another version.</source>
        <translation>{message} {title} 将作为另一版本重新回答。</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} 分钟</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} 分 {seconds} 秒</translation>
    </message>
    <message>
        <source>{model!r} cannot be held to a JSON schema while it thinks.</source>
        <translation>{model!r} 思考时无法遵循 JSON schema。</translation>
    </message>
    <message>
        <source>{model!r} cannot be held to a JSON schema.</source>
        <translation>{model!r} 无法遵循 JSON schema。</translation>
    </message>
    <message>
        <source>{model!r} cannot be made to call a tool that it is not given.</source>
        <translation>无法强制 {model!r} 调用没有提供给它的工具。</translation>
    </message>
    <message>
        <source>{model!r} cannot be made to call a tool while it thinks.</source>
        <translation>{model!r} 思考时无法强制它调用工具。</translation>
    </message>
    <message>
        <source>{model!r} cannot use tools.</source>
        <translation>{model!r} 不能使用工具。</translation>
    </message>
    <message>
        <source>{model!r} does not take the parameter {name!r}.</source>
        <translation>{model!r} 不接受参数 {name!r}。</translation>
    </message>
    <message>
        <source>{model!r} does not take {name!r} ({media_type}).</source>
        <translation>{model!r} 不接受 {name!r}（{media_type}）。</translation>
    </message>
    <message>
        <source>{model!r} does not think.</source>
        <translation>{model!r} 不会思考。</translation>
    </message>
    <message>
        <source>{model!r} failed on this request.{quoted}</source>
        <translation>{model!r} 处理此请求失败。{quoted}</translation>
    </message>
    <message>
        <source>{model!r} is answered only through an inference profile.</source>
        <translation>{model!r} 只能通过推理配置文件应答。</translation>
    </message>
    <message>
        <source>{model!r} is not ready yet.</source>
        <translation>{model!r} 尚未就绪。</translation>
    </message>
    <message>
        <source>{model!r} takes a temperature or a Top P, not both.</source>
        <translation>{model!r} 只接受温度或 Top P 之一，不能同时使用。</translation>
    </message>
    <message>
        <source>{model!r} takes more memory than is free.</source>
        <translation>{model!r} 需要的内存超过可用内存。</translation>
    </message>
    <message>
        <source>{model!r} takes no Top K.</source>
        <translation>{model!r} 不接受 Top K。</translation>
    </message>
    <message>
        <source>{model!r} takes no system prompt.</source>
        <translation>{model!r} 不接受系统提示词。</translation>
    </message>
    <message>
        <source>{model!r} takes no tools.</source>
        <translation>{model!r} 不接受工具。</translation>
    </message>
    <message>
        <source>{model!r} takes no {sampled} while it thinks.</source>
        <translation>{model!r} 思考时不接受 {sampled}。</translation>
    </message>
    <message>
        <source>{model!r} takes {size} MiB, and local models may take {limit} MiB.</source>
        <translation>{model!r} 需要 {size} MiB，而本地模型最多可占用 {limit} MiB。</translation>
    </message>
    <message>
        <source>{model!r} tells no probabilities of its words.</source>
        <translation>{model!r} 不提供词的概率。</translation>
    </message>
    <message>
        <source>{model!r} took too long and gave up.</source>
        <translation>{model!r} 用时过长，已放弃。</translation>
    </message>
    <message>
        <source>{model} decides itself how long it thinks.</source>
        <translation>{model} 自行决定思考多久。</translation>
    </message>
    <message>
        <source>{model} did not answer: {reason}</source>
        <translation>{model} 没有回答：{reason}</translation>
    </message>
    <message>
        <source>{model} did not answer: {why}</source>
        <translation>{model} 没有回答：{why}</translation>
    </message>
    <message numerus="yes">
        <source>{model} does not see pictures, and {names} is one.</source>
        <comment>{model} does not see pictures, and {names} are such.</comment>
        <translation>
            <numerusform>{model} 无法查看图片，而 {names} 是图片。</numerusform>
        </translation>
    </message>
    <message>
        <source>{model} does not take it.</source>
        <translation>{model} 不接受此参数。</translation>
    </message>
    <message>
        <source>{model} does not take the parameter {name}.</source>
        <translation>{model} 不接受参数 {name}。</translation>
    </message>
    <message>
        <source>{model} does not think before it answers.</source>
        <translation>{model} 回答前不思考。</translation>
    </message>
    <message>
        <source>{model} is no model id: write it as provider:model, where * stands for anything.</source>
        <translation>{model} 不是模型 ID：请写成 提供商:模型，* 代表任意内容。</translation>
    </message>
    <message>
        <source>{model} is not on this machine, and {reason}.</source>
        <translation>{model} 不在本机，而{reason}。</translation>
    </message>
    <message>
        <source>{model} is set for it and cannot be used.</source>
        <translation>为此设置的 {model} 无法使用。</translation>
    </message>
    <message>
        <source>{model} sees no pictures.</source>
        <translation>{model} 无法查看图片。</translation>
    </message>
    <message>
        <source>{model} sets its own sampling; it takes no {parameter}.</source>
        <translation>{model} 自行设定采样，不接受“{parameter}”。</translation>
    </message>
    <message>
        <source>{model} takes no {parameter}.</source>
        <translation>{model} 不接受“{parameter}”。</translation>
    </message>
    <message>
        <source>{model} would answer ({id}).</source>
        <translation>将由 {model} 回答（{id}）。</translation>
    </message>
    <message>
        <source>{model}: what you leave empty stays as it was told.</source>
        <translation>{model}：留空的项保持原样。</translation>
    </message>
    <message>
        <source>{model}: what you leave empty stays as it was told. From: {source}.</source>
        <translation>{model}：留空的项保持原样。来源：{source}。</translation>
    </message>
    <message>
        <source>{model}: {what} for {program}, since {time}</source>
        <translation>{model}：{what}，程序 {program}，自 {time} 起</translation>
    </message>
    <message>
        <source>{money} to read</source>
        <translation>读取费用 {money}</translation>
    </message>
    <message>
        <source>{name!r} arrived damaged: its sum is not the one the hub gives.</source>
        <translation>{name!r} 下载后已损坏：校验和与模型中心给出的不符。</translation>
    </message>
    <message>
        <source>{name!r} can only be sent with a message of your own.</source>
        <translation>{name!r} 只能随自己的消息发送。</translation>
    </message>
    <message>
        <source>{name!r} cannot be attached. Remove it, then send.</source>
        <translation>无法附加 {name!r}。请先移除，再发送。</translation>
    </message>
    <message>
        <source>{name!r} cannot be loaded: the file is damaged or incomplete.</source>
        <translation>无法加载 {name!r}：文件已损坏或不完整。</translation>
    </message>
    <message>
        <source>{name!r} cannot be read as text.</source>
        <translation>无法将 {name!r} 作为文本读取。</translation>
    </message>
    <message>
        <source>{name!r} cannot be read.</source>
        <translation>无法读取 {name!r}。</translation>
    </message>
    <message>
        <source>{name!r} cannot be read: {reason}.</source>
        <translation>无法读取 {name!r}：{reason}。</translation>
    </message>
    <message>
        <source>{name!r} cannot be read: {why}.</source>
        <translation>无法读取 {name!r}：{why}。</translation>
    </message>
    <message>
        <source>{name!r} cannot be sent: models take PNG, JPEG, GIF and WebP pictures and PDFs, not {media_type!r}.</source>
        <translation>无法发送 {name!r}：模型接受 PNG、JPEG、GIF 和 WebP 图片以及 PDF，不接受 {media_type!r}。</translation>
    </message>
    <message>
        <source>{name!r} comes with Baton.</source>
        <translation>{name!r} 是 Baton 自带的。</translation>
    </message>
    <message>
        <source>{name!r} does not fit in memory.</source>
        <translation>内存装不下 {name!r}。</translation>
    </message>
    <message>
        <source>{name!r} does not say what kind of model it is.</source>
        <translation>{name!r} 没有说明是哪种模型。</translation>
    </message>
    <message>
        <source>{name!r} has no adapter {adapter!r}.</source>
        <translation>{name!r} 没有适配器 {adapter!r}。</translation>
    </message>
    <message>
        <source>{name!r} has no model {model!r}.</source>
        <translation>{name!r} 没有模型 {model!r}。</translation>
    </message>
    <message>
        <source>{name!r} has no vocabulary.</source>
        <translation>{name!r} 没有词表。</translation>
    </message>
    <message>
        <source>{name!r} is a GGUF file of version {version}, which Baton does not know.</source>
        <translation>{name!r} 是版本 {version} 的 GGUF 文件，Baton 不认识。</translation>
    </message>
    <message>
        <source>{name!r} is a damaged or incomplete GGUF file.</source>
        <translation>{name!r} 是损坏或不完整的 GGUF 文件。</translation>
    </message>
    <message>
        <source>{name!r} is a folder.</source>
        <translation>{name!r} 是文件夹。</translation>
    </message>
    <message>
        <source>{name!r} is a pipe or a device, not a file.</source>
        <translation>{name!r} 是管道或设备，不是文件。</translation>
    </message>
    <message>
        <source>{name!r} is an adapter of a kind that Baton does not know.</source>
        <translation>{name!r} 是 Baton 不认识的适配器类型。</translation>
    </message>
    <message>
        <source>{name!r} is an adapter.</source>
        <translation>{name!r} 是适配器。</translation>
    </message>
    <message>
        <source>{name!r} is being downloaded already.</source>
        <translation>{name!r} 已在下载中。</translation>
    </message>
    <message>
        <source>{name!r} is being downloaded.</source>
        <translation>{name!r} 正在下载。</translation>
    </message>
    <message>
        <source>{name!r} is incomplete: {why}.</source>
        <translation>{name!r} 不完整：{why}。</translation>
    </message>
    <message>
        <source>{name!r} is no GGUF file.</source>
        <translation>{name!r} 不是 GGUF 文件。</translation>
    </message>
    <message>
        <source>{name!r} is no UTF-8 text.</source>
        <translation>{name!r} 不是 UTF-8 文本。</translation>
    </message>
    <message>
        <source>{name!r} is no adapter.</source>
        <translation>{name!r} 不是适配器。</translation>
    </message>
    <message>
        <source>{name!r} is no repository.</source>
        <translation>{name!r} 不是仓库。</translation>
    </message>
    <message>
        <source>{name!r} is of a kind of model that this llama.cpp does not know.</source>
        <translation>{name!r} 属于此 llama.cpp 不认识的模型类型。</translation>
    </message>
    <message>
        <source>{name!r} is too large for a schema.</source>
        <translation>{name!r} 过大，不能作为模式。</translation>
    </message>
    <message>
        <source>{name!r} is {kind}, no model for chat.</source>
        <translation>{name!r} 是{kind}，不是对话模型。</translation>
    </message>
    <message>
        <source>{name!r} makes no vectors.</source>
        <translation>{name!r} 不生成向量。</translation>
    </message>
    <message>
        <source>{name!r} needs {missing} GB more, and {free} GB are free on the disk for models.</source>
        <translation>{name!r} 还需要 {missing} GB，而模型所在磁盘有 {free} GB 可用。</translation>
    </message>
    <message>
        <source>{name!r} says it is one of {count} parts.</source>
        <translation>{name!r} 自称是 {count} 个部分之一。</translation>
    </message>
    <message>
        <source>{name!r} was not attached.</source>
        <translation>未附加 {name!r}。</translation>
    </message>
    <message>
        <source>{name!r} was written for big-endian machines.</source>
        <translation>{name!r} 是为大端序机器写的。</translation>
    </message>
    <message>
        <source>{name!r} wrote something that Amazon Bedrock could not read.</source>
        <translation>{name!r} 写了 Amazon Bedrock 无法读取的内容。</translation>
    </message>
    <message>
        <source>{named} is left out: it is nested too deeply.</source>
        <translation>已略过 {named}：嵌套过深。</translation>
    </message>
    <message>
        <source>{named} is left out: {error}.</source>
        <translation>已略过 {named}：{error}。</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} 等另外 {count} 项</translation>
    </message>
    <message>
        <source>{names} and {last}</source>
        <translation>{names} 和 {last}</translation>
    </message>
    <message>
        <source>{names} are in it</source>
        <translation>{names} 在其中</translation>
    </message>
    <message>
        <source>{names} are one name where upper and lower case do not differ. Rename one of them.</source>
        <translation>在不区分大小写的系统上，{names} 是同一个名称。请重命名其中一个。</translation>
    </message>
    <message>
        <source>{names} holds no text that can be read out, and {model} takes no PDFs.</source>
        <translation>{names} 中没有可提取的文本，而 {model} 不接受 PDF。</translation>
    </message>
    <message>
        <source>{names} is what Baton calls a place of its own.</source>
        <translation>{names} 是 Baton 自己使用的位置名称。</translation>
    </message>
    <message>
        <source>{names} or {last}</source>
        <translation>{names} 或 {last}</translation>
    </message>
    <message>
        <source>{name} ({size} bytes, sent as it is)</source>
        <translation>{name}（{size} 字节，原样发送）</translation>
    </message>
    <message>
        <source>{name} ({size} bytes, sent without its metadata)</source>
        <translation>{name}（{size} 字节，发送时去除了元数据）</translation>
    </message>
    <message>
        <source>{name} and {count} more</source>
        <translation>{name} 以及另外 {count} 个</translation>
    </message>
    <message>
        <source>{name} begins with {sign}.</source>
        <translation>{name} 以 {sign} 开头。</translation>
    </message>
    <message>
        <source>{name} can be used.</source>
        <translation>{name} 可以使用了。</translation>
    </message>
    <message>
        <source>{name} cannot be a variable&apos;s name: letters, digits, _ and - can, a letter first.</source>
        <translation>{name} 不能作为变量名：可用字母、数字、_ 和 -，且以字母开头。</translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}.</source>
        <translation>无法读取 {name}：{reason}。</translation>
    </message>
    <message>
        <source>{name} cannot be read: {why}.</source>
        <translation>无法读取 {name}：{why}。</translation>
    </message>
    <message>
        <source>{name} cannot grow: the disk is full or a quota is used up.</source>
        <translation>{name} 无法增大：磁盘已满或配额已用完。</translation>
    </message>
    <message>
        <source>{name} chooses a model and is none itself; name the model.</source>
        <translation>{name} 用于选择模型，本身不是模型；请写出模型名称。</translation>
    </message>
    <message>
        <source>{name} could not be read or written.</source>
        <translation>无法读写 {name}。</translation>
    </message>
    <message>
        <source>{name} does not run on this machine.</source>
        <translation>{name} 不在本机运行。</translation>
    </message>
    <message>
        <source>{name} ends with a full stop.</source>
        <translation>{name} 以句点结尾。</translation>
    </message>
    <message>
        <source>{name} has blanks around it, or accents written apart.</source>
        <translation>{name} 前后有空格，或含有分开书写的重音符号。</translation>
    </message>
    <message>
        <source>{name} has changed on the hub meanwhile; the download begins anew.</source>
        <translation>{name} 在此期间已在模型中心上更改；下载将重新开始。</translation>
    </message>
    <message>
        <source>{name} has changed on the hub; it is downloaded anew.</source>
        <translation>{name} 在模型中心上已更改；将重新下载。</translation>
    </message>
    <message>
        <source>{name} has no moderation endpoint.</source>
        <translation>{name} 没有审核端点。</translation>
    </message>
    <message>
        <source>{name} has {size} MB, and {what} may have {most} MB.</source>
        <translation>{name} 为 {size} MB，而{what}最大为 {most} MB。</translation>
    </message>
    <message>
        <source>{name} holds a character that cannot be seen.</source>
        <translation>{name} 含有不可见的字符。</translation>
    </message>
    <message>
        <source>{name} holds nothing but blanks.</source>
        <translation>{name} 中只有空白。</translation>
    </message>
    <message>
        <source>{name} holds {bad}, which no file&apos;s name may hold everywhere.</source>
        <translation>{name} 含有 {bad}，并非所有系统都允许文件名中出现。</translation>
    </message>
    <message>
        <source>{name} is a damaged PDF.</source>
        <translation>{name} 是损坏的 PDF。</translation>
    </message>
    <message>
        <source>{name} is a damaged picture.</source>
        <translation>{name} 是损坏的图片。</translation>
    </message>
    <message>
        <source>{name} is a folder.</source>
        <translation>{name} 是文件夹。</translation>
    </message>
    <message>
        <source>{name} is a link that leads back to itself.</source>
        <translation>{name} 是指向自身的链接。</translation>
    </message>
    <message>
        <source>{name} is a longer name than files have.</source>
        <translation>{name} 超出文件名的长度。</translation>
    </message>
    <message>
        <source>{name} is a prompt for the message.</source>
        <translation>{name} 是用于消息的提示词。</translation>
    </message>
    <message>
        <source>{name} is a prompt for the system prompt.</source>
        <translation>{name} 是用于系统提示词的提示词。</translation>
    </message>
    <message>
        <source>{name} is damaged.</source>
        <translation>{name} 已损坏。</translation>
    </message>
    <message>
        <source>{name} is empty.</source>
        <translation>{name} 为空。</translation>
    </message>
    <message>
        <source>{name} is in it</source>
        <translation>{name} 在其中</translation>
    </message>
    <message>
        <source>{name} is locked with a password.</source>
        <translation>{name} 受密码保护。</translation>
    </message>
    <message>
        <source>{name} is no JSON.</source>
        <translation>{name} 不是 JSON。</translation>
    </message>
    <message>
        <source>{name} is no name for an endpoint: use up to 40 small letters, digits and hyphens, as in my-server.</source>
        <translation>{name} 不能作为端点名称：请使用最多 40 个小写字母、数字和连字符，例如 my-server。</translation>
    </message>
    <message>
        <source>{name} is no name of a preset: use up to 40 small letters, digits and hyphens.</source>
        <translation>{name} 不能作为预设名称：请使用最多 40 个小写字母、数字和连字符。</translation>
    </message>
    <message>
        <source>{name} is no parameter of {operation}, which takes none.</source>
        <translation>{name} 不是 {operation} 的参数，该操作不接受参数。</translation>
    </message>
    <message>
        <source>{name} is no parameter of {whole}.</source>
        <translation>{name} 不是 {whole} 的参数。</translation>
    </message>
    <message>
        <source>{name} is no parameter of {whole}; did you mean {near}?</source>
        <translation>{name} 不是 {whole} 的参数；是否是指 {near}？</translation>
    </message>
    <message>
        <source>{name} is no plain file.</source>
        <translation>{name} 不是普通文件。</translation>
    </message>
    <message>
        <source>{name} is no text, no picture and no PDF.</source>
        <translation>{name} 不是文本、图片或 PDF。</translation>
    </message>
    <message>
        <source>{name} is not allowed here</source>
        <translation>此处不允许 {name}</translation>
    </message>
    <message>
        <source>{name} is not this Baton&apos;s history.</source>
        <translation>{name} 不是此 Baton 的历史记录。</translation>
    </message>
    <message>
        <source>{name} is only how its name can be shown.</source>
        <translation>{name} 只是其名称的可显示形式。</translation>
    </message>
    <message>
        <source>{name} is required in {path}.</source>
        <translation>{path} 中必须有 {name}。</translation>
    </message>
    <message>
        <source>{name} is required.</source>
        <translation>必须有 {name}。</translation>
    </message>
    <message>
        <source>{name} is the name of a device on Windows.</source>
        <translation>{name} 在 Windows 上是设备名。</translation>
    </message>
    <message>
        <source>{name} is the name of a provider of Baton&apos;s own; choose another.</source>
        <translation>{name} 是 Baton 自带提供商的名称；请另选。</translation>
    </message>
    <message>
        <source>{name} is too large to be a library.</source>
        <translation>{name} 过大，不能作为库。</translation>
    </message>
    <message>
        <source>{name} is {kind}.</source>
        <translation>{name} 是{kind}。</translation>
    </message>
    <message>
        <source>{name} is {width} x {height} pixels, more than Baton unpacks.</source>
        <translation>{name} 为 {width} x {height} 像素，超出 Baton 解码的上限。</translation>
    </message>
    <message>
        <source>{name} may not be read.</source>
        <translation>没有读取 {name} 的权限。</translation>
    </message>
    <message>
        <source>{name} must be a text.</source>
        <translation>{name} 须为文本。</translation>
    </message>
    <message>
        <source>{name} of step {step}</source>
        <translation>步骤 {step} 的 {name}</translation>
    </message>
    <message>
        <source>{name} says that this chat is longer than it takes.</source>
        <translation>{name} 表示此对话超出其长度上限。</translation>
    </message>
    <message>
        <source>{name} should be a list of objects</source>
        <translation>{name} 应为对象列表</translation>
    </message>
    <message>
        <source>{name} stands twice</source>
        <translation>{name} 出现两次</translation>
    </message>
    <message>
        <source>{name} takes a list of texts, not {value}.</source>
        <translation>{name} 接受文本列表，而不是 {value}。</translation>
    </message>
    <message>
        <source>{name} takes a number, not {value}.</source>
        <translation>{name} 接受数字，而不是 {value}。</translation>
    </message>
    <message>
        <source>{name} takes a smaller number than {value}.</source>
        <translation>{name} 接受小于 {value} 的数字。</translation>
    </message>
    <message>
        <source>{name} takes {size} bytes as a file&apos;s name; {most} is the most.</source>
        <translation>{name} 作为文件名占 {size} 字节，上限为 {most}。</translation>
    </message>
    <message>
        <source>{name} was added.</source>
        <translation>已添加 {name}。</translation>
    </message>
    <message>
        <source>{name} was downloaded.</source>
        <translation>已下载 {name}。</translation>
    </message>
    <message>
        <source>{name} was made by a newer Baton.</source>
        <translation>{name} 由更新版本的 Baton 创建。</translation>
    </message>
    <message>
        <source>{name} was not found in this account and region.</source>
        <translation>在此账户和区域中未找到 {name}。</translation>
    </message>
    <message>
        <source>{name} was removed.</source>
        <translation>已移除 {name}。</translation>
    </message>
    <message>
        <source>{name} was written by a newer Baton (its schema is {version}, this Baton knows {latest}).</source>
        <translation>{name} 由更新版本的 Baton 写入（其结构版本为 {version}，此 Baton 支持 {latest}）。</translation>
    </message>
    <message>
        <source>{name} was written by a newer Baton.</source>
        <translation>{name} 由更新版本的 Baton 写入。</translation>
    </message>
    <message>
        <source>{name} · came with Baton: duplicate it to change it</source>
        <translation>{name} · Baton 自带：复制一份后可修改</translation>
    </message>
    <message>
        <source>{name} · your own</source>
        <translation>{name} · 自己的</translation>
    </message>
    <message>
        <source>{name}: about {tokens}</source>
        <translation>{name}：约 {tokens}</translation>
    </message>
    <message>
        <source>{name}: lowest {lowest}, highest {highest}, last {last}.</source>
        <translation>{name}：最低 {lowest}，最高 {highest}，最近 {last}。</translation>
    </message>
    <message>
        <source>{name}: the operation has no such parameter.</source>
        <translation>{name}：该操作没有此参数。</translation>
    </message>
    <message>
        <source>{new} instead of {old}.</source>
        <translation>由 {old} 改为 {new}。</translation>
    </message>
    <message numerus="yes">
        <source>{number} download</source>
        <comment>{number} downloads</comment>
        <translation>
            <numerusform>{number} 次下载</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{number} like</source>
        <comment>{number} likes</comment>
        <translation>
            <numerusform>{number} 个赞</numerusform>
        </translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number}/{count}</translation>
    </message>
    <message>
        <source>{number} of {count} entries</source>
        <translation>{number} / {count} 个条目</translation>
    </message>
    <message numerus="yes">
        <source>{number} page</source>
        <comment>{number} pages</comment>
        <translation>
            <numerusform>{number} 页</numerusform>
        </translation>
    </message>
    <message>
        <source>{only} is not a local model.</source>
        <translation>{only} 不是本地模型。</translation>
    </message>
    <message>
        <source>{operation} (changes something)</source>
        <translation>{operation}（会更改内容）</translation>
    </message>
    <message>
        <source>{operation} (reads only)</source>
        <translation>{operation}（只读取）</translation>
    </message>
    <message>
        <source>{operation} did not work. {why}</source>
        <translation>{operation} 没有成功。{why}</translation>
    </message>
    <message>
        <source>{operation} failed: {error}</source>
        <translation>{operation} 失败：{error}</translation>
    </message>
    <message>
        <source>{operation} is no plain read, so Baton does not call it by itself.</source>
        <translation>{operation} 不是单纯的读取，因此 Baton 不会自行调用。</translation>
    </message>
    <message>
        <source>{operation} is not allowed, so what it would tell is unknown.</source>
        <translation>不允许 {operation}，因此它会给出的信息未知。</translation>
    </message>
    <message>
        <source>{operation} needs you to sign in to {account}.</source>
        <translation>{operation} 需要先登录 {account}。</translation>
    </message>
    <message>
        <source>{operation} was interrupted: whether AWS carried it out is not known. Look before you repeat it.</source>
        <translation>{operation} 被中断：不知道 AWS 是否已执行。重复之前请先查看。</translation>
    </message>
    <message>
        <source>{operation} was not carried out.</source>
        <translation>{operation} 未执行。</translation>
    </message>
    <message>
        <source>{operation} was not carried out. Nothing has changed.</source>
        <translation>{operation} 没有执行。没有任何更改。</translation>
    </message>
    <message>
        <source>{operation} was refused: {error}</source>
        <translation>{operation} 被拒绝：{error}</translation>
    </message>
    <message>
        <source>{operation} would be allowed in {region}; it was only tried, and nothing has changed.</source>
        <translation>{operation} 在 {region} 会被允许；这只是尝试，没有任何更改。</translation>
    </message>
    <message>
        <source>{operation} would be allowed; it was only tried, and nothing has changed.</source>
        <translation>{operation} 会被允许；这只是尝试，没有任何更改。</translation>
    </message>
    <message>
        <source>{operation}: no state was given.</source>
        <translation>{operation}：没有给出状态。</translation>
    </message>
    <message>
        <source>{operation}: {limit_note} The rest was not looked at.</source>
        <translation>{operation}：{limit_note} 其余未查看。</translation>
    </message>
    <message>
        <source>{operation}: {why}</source>
        <translation>{operation}：{why}</translation>
    </message>
    <message>
        <source>{parameters}.</source>
        <translation>{parameters}。</translation>
    </message>
    <message>
        <source>{path!r} cannot be made: {reason}.</source>
        <translation>无法创建 {path!r}：{reason}。</translation>
    </message>
    <message>
        <source>{path!r} cannot be written: {reason}.</source>
        <translation>无法写入 {path!r}：{reason}。</translation>
    </message>
    <message>
        <source>{path!r} cannot be written: {reason}. Choose another folder.</source>
        <translation>无法写入 {path!r}：{reason}。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>{path!r} could not be written: {reason}.</source>
        <translation>未能写入 {path!r}：{reason}。</translation>
    </message>
    <message>
        <source>{path!r} is no path into an answer: {error}</source>
        <translation>{path!r} 不是应答中的路径：{error}</translation>
    </message>
    <message>
        <source>{path} cannot be read: {why}.</source>
        <translation>无法读取 {path}：{why}。</translation>
    </message>
    <message>
        <source>{path} cannot be used: something else stands in its place.</source>
        <translation>{path} 无法使用：该位置是其他东西。</translation>
    </message>
    <message>
        <source>{path} cannot be written.</source>
        <translation>无法写入 {path}。</translation>
    </message>
    <message>
        <source>{path} cannot be written: {why}.</source>
        <translation>无法写入 {path}：{why}。</translation>
    </message>
    <message>
        <source>{path} could not be read or written.</source>
        <translation>无法读写 {path}。</translation>
    </message>
    <message>
        <source>{path} does not have the form that AWS asks for: {pattern}</source>
        <translation>{path} 不符合 AWS 要求的格式：{pattern}</translation>
    </message>
    <message>
        <source>{path} has no value; leave it out, or give {kind}.</source>
        <translation>{path} 没有值；请省略它，或给出：{kind}。</translation>
    </message>
    <message>
        <source>{path} holds something already.</source>
        <translation>{path} 中已有内容。</translation>
    </message>
    <message>
        <source>{path} is a folder.</source>
        <translation>{path} 是文件夹。</translation>
    </message>
    <message>
        <source>{path} is nested too deeply.</source>
        <translation>{path} 嵌套过深。</translation>
    </message>
    <message>
        <source>{path} is not valid base64.</source>
        <translation>{path} 不是有效的 base64。</translation>
    </message>
    <message>
        <source>{path} must be at least {low}.</source>
        <translation>{path} 至少为 {low}。</translation>
    </message>
    <message>
        <source>{path} must be at most {high}.</source>
        <translation>{path} 至多为 {high}。</translation>
    </message>
    <message>
        <source>{path} must be {choices}, not {value!r}.</source>
        <translation>{path} 必须是 {choices}，而不是 {value!r}。</translation>
    </message>
    <message>
        <source>{path} must be {choices}, not {value!r}; did you mean {near}?</source>
        <translation>{path} 必须是 {choices}，而不是 {value!r}；是否是指 {near}？</translation>
    </message>
    <message>
        <source>{path} must be {choices}.</source>
        <translation>{path} 必须是 {choices}。</translation>
    </message>
    <message>
        <source>{path} must be {choices}; did you mean {near}?</source>
        <translation>{path} 必须是 {choices}；是否是指 {near}？</translation>
    </message>
    <message>
        <source>{path} must be {kind}, not {given}.</source>
        <translation>{path} 必须是{kind}，而不是{given}。</translation>
    </message>
    <message>
        <source>{path} must be {kind}.</source>
        <translation>{path} 必须是{kind}。</translation>
    </message>
    <message>
        <source>{path} must be {wanted}, but {answer_path} in the answer of step {step} is {given}.</source>
        <translation>{path} 须为{wanted}，但步骤 {step} 结果中的 {answer_path} 是{given}。</translation>
    </message>
    <message numerus="yes">
        <source>{path} must have at least 1 character.</source>
        <comment>{path} must have at least {count} characters.</comment>
        <translation>
            <numerusform>{path} 至少要有 {count} 个字符。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{path} must have at least 1 entry.</source>
        <comment>{path} must have at least {count} entries.</comment>
        <translation>
            <numerusform>{path} 至少要有 {count} 个条目。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{path} must have at least 1 item.</source>
        <comment>{path} must have at least {count} items.</comment>
        <translation>
            <numerusform>{path} 至少要有 {count} 个元素。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{path} must have at most 1 character.</source>
        <comment>{path} must have at most {count} characters.</comment>
        <translation>
            <numerusform>{path} 最多只能有 {count} 个字符。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{path} must have at most 1 entry.</source>
        <comment>{path} must have at most {count} entries.</comment>
        <translation>
            <numerusform>{path} 最多只能有 {count} 个条目。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{path} must have at most 1 item.</source>
        <comment>{path} must have at most {count} items.</comment>
        <translation>
            <numerusform>{path} 最多只能有 {count} 个元素。</numerusform>
        </translation>
    </message>
    <message>
        <source>{path} must have exactly one of {choices}.</source>
        <translation>{path} 必须恰好有 {choices} 中的一个。</translation>
    </message>
    <message>
        <source>{path} must not be empty.</source>
        <translation>{path} 不能为空。</translation>
    </message>
    <message>
        <source>{path} takes a value from step {step}, which is no step before step {own_step}.</source>
        <translation>{path} 取自步骤 {step} 的值，但它不在步骤 {own_step} 之前。</translation>
    </message>
    <message>
        <source>{path}.base64 is no base64.</source>
        <translation>{path}.base64 不是 base64。</translation>
    </message>
    <message>
        <source>{path}: the answer of step {step} ({id}) has nothing to be told at {answer_path}.</source>
        <translation>{path}：步骤 {step}（{id}）的结果中没有已知的 {answer_path}。</translation>
    </message>
    <message>
        <source>{pattern} is no pattern: {error}.</source>
        <translation>{pattern} 不是有效的模式：{error}。</translation>
    </message>
    <message>
        <source>{picture}: this picture cannot be read</source>
        <translation>{picture}：无法读取此图片</translation>
    </message>
    <message numerus="yes">
        <source>{places} and {count} more place</source>
        <comment>{places} and {count} more places</comment>
        <translation>
            <numerusform>{places} 等另外 {count} 处</numerusform>
        </translation>
    </message>
    <message>
        <source>{policy} gives every right in the account.</source>
        <translation>{policy} 授予账户中的所有权限。</translation>
    </message>
    <message>
        <source>{policy} gives nearly every right in the account.</source>
        <translation>{policy} 授予账户中的几乎所有权限。</translation>
    </message>
    <message>
        <source>{policy} gives the right to give itself every other right.</source>
        <translation>{policy} 授予给自己添加任何其他权限的权利。</translation>
    </message>
    <message>
        <source>{ports} of a large part of the internet can be reached from inside.</source>
        <translation>从内部可以访问互联网一大部分的{ports}。</translation>
    </message>
    <message>
        <source>{ports} of the whole internet can be reached from inside.</source>
        <translation>从内部可以访问整个互联网的{ports}。</translation>
    </message>
    <message>
        <source>{ports} will be open to a large part of the internet.</source>
        <translation>{ports}将对互联网的一大部分开放。</translation>
    </message>
    <message>
        <source>{ports} will be open to the whole internet.</source>
        <translation>{ports}将对整个互联网开放。</translation>
    </message>
    <message>
        <source>{port} is no port.</source>
        <translation>{port} 不是端口。</translation>
    </message>
    <message>
        <source>{preset} changes nothing here. {notes}</source>
        <translation>{preset} 在此不会改变任何内容。{notes}</translation>
    </message>
    <message>
        <source>{preset} is among your presets.</source>
        <translation>{preset} 已加入你的预设。</translation>
    </message>
    <message>
        <source>{preset} is applied. {notes}</source>
        <translation>已应用 {preset}。{notes}</translation>
    </message>
    <message>
        <source>{preset} was deleted.</source>
        <translation>已删除 {preset}。</translation>
    </message>
    <message>
        <source>{problem} (The key is from {variable}.)</source>
        <translation>{problem}（密钥来自 {variable}。）</translation>
    </message>
    <message>
        <source>{problem} ({count} times)</source>
        <translation>{problem}（{count} 次）</translation>
    </message>
    <message>
        <source>{problem} Nothing was sent.</source>
        <translation>{problem}未发送任何内容。</translation>
    </message>
    <message>
        <source>{problem} Until then the default settings are used.</source>
        <translation>{problem} 在此之前使用默认设置。</translation>
    </message>
    <message>
        <source>{problem} Until then what this Baton understands of it is used.</source>
        <translation>{problem} 在此之前，使用此 Baton 能理解的部分。</translation>
    </message>
    <message>
        <source>{problem} Until then {what} are not used.</source>
        <translation>{problem} 在此之前，{what}不会使用。</translation>
    </message>
    <message>
        <source>{problem} {models} can.</source>
        <translation>{problem}{models} 可以。</translation>
    </message>
    <message>
        <source>{problem}. And {count} more.</source>
        <translation>{problem}。另有 {count} 处。</translation>
    </message>
    <message>
        <source>{progress}.</source>
        <translation>{progress}。</translation>
    </message>
    <message>
        <source>{provider} needs a key before its models can be used.</source>
        <translation>{provider} 需要密钥才能使用其模型。</translation>
    </message>
    <message>
        <source>{provider} needs a key.</source>
        <translation>{provider} 需要密钥。</translation>
    </message>
    <message>
        <source>{provider}, chosen where no other rule fits</source>
        <translation>{provider}，在没有其他规则适用时选用</translation>
    </message>
    <message>
        <source>{range} is a large part of the internet.</source>
        <translation>{range} 是互联网的一大部分。</translation>
    </message>
    <message>
        <source>{range} is the whole internet.</source>
        <translation>{range} 是整个互联网。</translation>
    </message>
    <message>
        <source>{read} failed.</source>
        <translation>{read} 失败。</translation>
    </message>
    <message>
        <source>{read} in and {written} out a million tokens</source>
        <translation>每百万 token 输入 {read}，输出 {written}</translation>
    </message>
    <message>
        <source>{read} in and {written} out a million tokens, {cached} cached</source>
        <translation>每百万 token 输入 {read}，输出 {written}，缓存 {cached}</translation>
    </message>
    <message>
        <source>{read} in, {written} out a million tokens</source>
        <translation>每百万 token 输入 {read}，输出 {written}</translation>
    </message>
    <message>
        <source>{read} may not run unasked, so nothing can be listed.</source>
        <translation>{read} 不得未经询问运行，因此无法列出内容。</translation>
    </message>
    <message>
        <source>{read} → {written} tokens</source>
        <translation>{read} → {written} token</translation>
    </message>
    <message>
        <source>{reason} It is set to {value}.</source>
        <translation>{reason} 当前设为 {value}。</translation>
    </message>
    <message>
        <source>{reason} Keys are kept for this run only and written nowhere. Install gnome-keyring or KWallet, or unlock the one there is, then start Baton again.</source>
        <translation>{reason} 密钥仅在本次运行中保留，不会写入任何地方。请安装 gnome-keyring 或 KWallet，或解锁现有的密钥环，然后重新启动 Baton。</translation>
    </message>
    <message>
        <source>{reason} Keys are kept for this run only and written nowhere. Unlock the keychain, then start Baton again.</source>
        <translation>{reason} 密钥仅在本次运行中保留，不会写入任何地方。请解锁钥匙串，然后重新启动 Baton。</translation>
    </message>
    <message>
        <source>{reason} Trying again in {seconds} s.</source>
        <translation>{reason} {seconds} 秒后重试。</translation>
    </message>
    <message>
        <source>{reason} Trying again.</source>
        <translation>{reason} 正在重试。</translation>
    </message>
    <message>
        <source>{reference} begins the ids of several actions.</source>
        <translation>有多个操作的 ID 以 {reference} 开头。</translation>
    </message>
    <message>
        <source>{region} is not enabled in {title}.</source>
        <translation>{title} 未启用 {region}。</translation>
    </message>
    <message>
        <source>{remedy} Choose another in Settings &gt; Models.</source>
        <translation>{remedy} 请在“设置 &gt; 模型”中另选。</translation>
    </message>
    <message>
        <source>{repository!r} holds more than one file {name!r}.</source>
        <translation>{repository!r} 中有多个文件 {name!r}。</translation>
    </message>
    <message>
        <source>{repository!r} holds no GGUF file.</source>
        <translation>{repository!r} 中没有 GGUF 文件。</translation>
    </message>
    <message>
        <source>{repository!r} holds no file {name!r}.</source>
        <translation>{repository!r} 中没有文件 {name!r}。</translation>
    </message>
    <message>
        <source>{repository!r} holds several models.</source>
        <translation>{repository!r} 含有多个模型。</translation>
    </message>
    <message>
        <source>{repository!r} is private, or asks for its terms to be accepted.</source>
        <translation>{repository!r} 是私有的，或要求接受其条款。</translation>
    </message>
    <message>
        <source>{rows} of the query</source>
        <translation>查询结果 {rows}</translation>
    </message>
    <message>
        <source>{running} of {count} tasks running</source>
        <translation>{count} 个任务中有 {running} 个在运行</translation>
    </message>
    <message>
        <source>{scale} is no scale for an adapter.</source>
        <translation>{scale} 不是适配器的有效比例。</translation>
    </message>
    <message>
        <source>{scope}: {share} of {budget}</source>
        <translation>{scope}：{budget} 的 {share}</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <source>{sentence} {done} of {total} have answered.</source>
        <translation>{sentence} {total} 处中已有 {done} 处返回。</translation>
    </message>
    <message>
        <source>{sentence}.</source>
        <translation>{sentence}。</translation>
    </message>
    <message>
        <source>{service!r} has no operation {operation!r}.</source>
        <translation>{service!r} 没有操作 {operation!r}。</translation>
    </message>
    <message>
        <source>{service!r} is no AWS service that Baton knows.</source>
        <translation>{service!r} 不是 Baton 已知的 AWS 服务。</translation>
    </message>
    <message>
        <source>{service} costs nothing.</source>
        <translation>{service} 不收费。</translation>
    </message>
    <message>
        <source>{service} in {region} cannot be reached.</source>
        <translation>无法访问 {region} 的 {service}。</translation>
    </message>
    <message>
        <source>{service} {operation} in {places}.</source>
        <translation>{places}中的 {service} {operation}。</translation>
    </message>
    <message>
        <source>{service} · {operation} in {region}</source>
        <translation>{service} · {operation}，{region}</translation>
    </message>
    <message>
        <source>{service}: wait until {state}</source>
        <translation>{service}：等待，直到 {state}</translation>
    </message>
    <message numerus="yes">
        <source>{shown} character</source>
        <comment>{shown} characters</comment>
        <translation>
            <numerusform>{shown} 个字符</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{shown} line</source>
        <comment>{shown} lines</comment>
        <translation>
            <numerusform>{shown} 行</numerusform>
        </translation>
    </message>
    <message>
        <source>{sign_in} If they are right, the region may not be enabled for the account.</source>
        <translation>{sign_in} 如果凭证无误，可能是账户未启用该区域。</translation>
    </message>
    <message>
        <source>{size} GiB</source>
        <translation>{size} GiB</translation>
    </message>
    <message>
        <source>{size} GiB of {kind}</source>
        <translation>{size} GiB {kind}</translation>
    </message>
    <message>
        <source>{size} GiB of {kind}.</source>
        <translation>{size} GiB {kind}。</translation>
    </message>
    <message>
        <source>{size} with {context} tokens of context, on {device}</source>
        <translation>{size}，上下文 {context} token，在 {device}</translation>
    </message>
    <message>
        <source>{size}/s</source>
        <translation>{size}/秒</translation>
    </message>
    <message>
        <source>{some} of {all} layers on the GPU</source>
        <translation>{all} 层中有 {some} 层在 GPU 上</translation>
    </message>
    <message>
        <source>{source}; corrected by you</source>
        <translation>{source}；由你更正</translation>
    </message>
    <message>
        <source>{speaker} calls {tool}</source>
        <translation>{speaker} 调用 {tool}</translation>
    </message>
    <message>
        <source>{speaker} {tool} returned</source>
        <translation>{speaker} {tool} 返回</translation>
    </message>
    <message>
        <source>{speaker}, a file</source>
        <translation>{speaker}，文件</translation>
    </message>
    <message>
        <source>{speaker}, thinking</source>
        <translation>{speaker}（思考）</translation>
    </message>
    <message>
        <source>{start} to {end} UTC</source>
        <translation>{start} 至 {end} UTC</translation>
    </message>
    <message numerus="yes">
        <source>{steps} can be undone.</source>
        <comment>{steps} can be undone.</comment>
        <translation>
            <numerusform>{steps} 可以撤销。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{steps} of {total} was carried out</source>
        <comment>{steps} of {total} were carried out</comment>
        <translation>
            <numerusform>共 {total} 步，已执行 {steps}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{steps} was not begun</source>
        <comment>{steps} were not begun</comment>
        <translation>
            <numerusform>{steps} 未开始</numerusform>
        </translation>
    </message>
    <message>
        <source>{story}, {clause}</source>
        <translation>{story}，{clause}</translation>
    </message>
    <message>
        <source>{story}.</source>
        <translation>{story}。</translation>
    </message>
    <message>
        <source>{target} holds answers of {others}, and {id} was asked for.</source>
        <translation>{target} 中是 {others} 的回答，而要求的是 {id}。</translation>
    </message>
    <message>
        <source>{task}: {reason}.</source>
        <translation>{task}：{reason}。</translation>
    </message>
    <message>
        <source>{text} is no AWS operation that Baton knows.</source>
        <translation>{text} 不是 Baton 认识的 AWS 操作。</translation>
    </message>
    <message>
        <source>{text} is no AWS service that Baton knows.</source>
        <translation>{text} 不是 Baton 认识的 AWS 服务。</translation>
    </message>
    <message>
        <source>{text} is no account: its number has 12 digits.</source>
        <translation>{text} 不是账户：账户编号为 12 位。</translation>
    </message>
    <message>
        <source>{text} is no length of time.</source>
        <translation>{text} 不是时长。</translation>
    </message>
    <message>
        <source>{text} is no model id.</source>
        <translation>{text} 不是模型 ID。</translation>
    </message>
    <message>
        <source>{text} is no operation.</source>
        <translation>{text} 不是操作。</translation>
    </message>
    <message>
        <source>{text} is no region, as eu-west-1 is, and no pattern, as eu-* is.</source>
        <translation>{text} 既不是 eu-west-1 这样的区域，也不是 eu-* 这样的模式。</translation>
    </message>
    <message>
        <source>{text} is no risk; there are {known}.</source>
        <translation>{text} 不是风险；可用的有 {known}。</translation>
    </message>
    <message>
        <source>{text} is no tag; write it as key=value, or key.</source>
        <translation>{text} 不是标签；请写成 key=value 或 key。</translation>
    </message>
    <message>
        <source>{text} is no verdict; there are {known}.</source>
        <translation>{text} 不是裁定；可用的有 {known}。</translation>
    </message>
    <message>
        <source>{text} names no service; write it as in s3:DeleteBucket, or give services.</source>
        <translation>{text} 没有指明服务；请写成 s3:DeleteBucket 的形式，或给出 services。</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>剩余 {time}</translation>
    </message>
    <message>
        <source>{tip}; Escape does it too</source>
        <translation>{tip}；按 Esc 也可以</translation>
    </message>
    <message>
        <source>{title!r} needs an MFA code, and none was given.</source>
        <translation>{title!r} 需要 MFA 验证码，但没有提供。</translation>
    </message>
    <message>
        <source>{title!r} needs an MFA code.</source>
        <translation>{title!r} 需要 MFA 验证码。</translation>
    </message>
    <message>
        <source>{titles}: cannot be set. {why}</source>
        <translation>{titles}：无法设置。{why}</translation>
    </message>
    <message>
        <source>{title}  ·  {changed} set</source>
        <translation>{title}  ·  已设置 {changed} 项</translation>
    </message>
    <message>
        <source>{title} (copy)</source>
        <translation>{title}（副本）</translation>
    </message>
    <message>
        <source>{title} (imported)</source>
        <translation>{title}（已导入）</translation>
    </message>
    <message>
        <source>{title} (legacy)</source>
        <translation>{title}（旧版）</translation>
    </message>
    <message>
        <source>{title} (may be empty)</source>
        <translation>{title}（可留空）</translation>
    </message>
    <message>
        <source>{title} began an answer and ended it without a word.</source>
        <translation>{title} 开始了回答，却没有任何内容就结束了。</translation>
    </message>
    <message>
        <source>{title} could not take the request just now.{quoted}</source>
        <translation>{title} 暂时无法接受该请求。{quoted}</translation>
    </message>
    <message>
        <source>{title} did not accept the key.</source>
        <translation>{title} 没有接受该密钥。</translation>
    </message>
    <message>
        <source>{title} did not begin an answer within {first_s} s.</source>
        <translation>{title} 在 {first_s} 秒内没有开始回答。</translation>
    </message>
    <message>
        <source>{title} did not list its models in time.</source>
        <translation>{title} 未及时列出其模型。</translation>
    </message>
    <message>
        <source>{title} does not count tokens for {model!r}.</source>
        <translation>{title} 不统计 {model!r} 的 token。</translation>
    </message>
    <message>
        <source>{title} does not take this request.{quoted}</source>
        <translation>{title} 不接受此请求。{quoted}</translation>
    </message>
    <message>
        <source>{title} does not take this request: {problems}</source>
        <translation>{title} 不接受此请求：{problems}</translation>
    </message>
    <message>
        <source>{title} does not think, by your own correction.</source>
        <translation>按照你的更正，{title} 不会思考。</translation>
    </message>
    <message>
        <source>{title} failed in Baton itself; its log says why.</source>
        <translation>{title} 在 Baton 内部出错；原因见日志。</translation>
    </message>
    <message>
        <source>{title} has a fault of its own ({status}).{quoted}</source>
        <translation>{title} 自身出错（{status}）。{quoted}</translation>
    </message>
    <message>
        <source>{title} has no model {model!r} in this region.{quoted}</source>
        <translation>{title} 在此区域没有模型 {model!r}。{quoted}</translation>
    </message>
    <message>
        <source>{title} has no model {model!r}, or this key may not use it.</source>
        <translation>{title} 没有模型 {model!r}，或此密钥无权使用它。</translation>
    </message>
    <message>
        <source>{title} is a list of models, not {given}.</source>
        <translation>“{title}”应为模型列表，而不是 {given}。</translation>
    </message>
    <message>
        <source>{title} is a number, not {given}.</source>
        <translation>“{title}”应为数字，而不是 {given}。</translation>
    </message>
    <message>
        <source>{title} is a text, not {given}.</source>
        <translation>“{title}”应为文本，而不是 {given}。</translation>
    </message>
    <message>
        <source>{title} is getting too many requests from this account.</source>
        <translation>{title} 收到来自此账户的请求过多。</translation>
    </message>
    <message>
        <source>{title} is getting too many requests from this key.</source>
        <translation>{title} 收到来自此密钥的请求过多。</translation>
    </message>
    <message>
        <source>{title} is left out: {message}</source>
        <translation>已略过 {title}：{message}</translation>
    </message>
    <message>
        <source>{title} is one of {known}; not {given}.</source>
        <translation>“{title}”应为以下之一：{known}；而不是 {given}。</translation>
    </message>
    <message>
        <source>{title} is overloaded.</source>
        <translation>{title} 负载过高。</translation>
    </message>
    <message>
        <source>{title} is set to {value}. {why}</source>
        <translation>{title}设为 {value}。{why}</translation>
    </message>
    <message>
        <source>{title} is there already.</source>
        <translation>{title} 已存在。</translation>
    </message>
    <message>
        <source>{title} is true or false, not {given}.</source>
        <translation>“{title}”应为 true 或 false，而不是 {given}。</translation>
    </message>
    <message>
        <source>{title} is {maximum}, the most that {model} writes.</source>
        <translation>{title}为 {maximum}，这是 {model} 的上限。</translation>
    </message>
    <message>
        <source>{title} must be at least {limit}.</source>
        <translation>“{title}”至少为 {limit}。</translation>
    </message>
    <message>
        <source>{title} must be at most {limit}.</source>
        <translation>“{title}”至多为 {limit}。</translation>
    </message>
    <message>
        <source>{title} now leads to another identity than the one shown, so nothing was sent.</source>
        <translation>{title} 现在对应与所示不同的身份，因此未发送任何内容。</translation>
    </message>
    <message>
        <source>{title} reads no PDFs, so {name} was not sent.</source>
        <translation>{title} 无法读取 PDF，因此未发送 {name}。</translation>
    </message>
    <message>
        <source>{title} reads text only, and {name!r} is a file.</source>
        <translation>{title} 只能读取文本，而 {name!r} 是文件。</translation>
    </message>
    <message>
        <source>{title} refused the request.{quoted}</source>
        <translation>{title} 拒绝了该请求。{quoted}</translation>
    </message>
    <message>
        <source>{title} refused: the account has no credit left, or a limit was reached.{quoted}</source>
        <translation>{title} 拒绝了请求：账户余额不足，或已达到限额。{quoted}</translation>
    </message>
    <message>
        <source>{title} sees no pictures, so {name} was not sent.</source>
        <translation>{title} 无法查看图片，因此未发送 {name}。</translation>
    </message>
    <message>
        <source>{title} sent nothing for too long.</source>
        <translation>{title} 过长时间没有发送任何内容。</translation>
    </message>
    <message>
        <source>{title} sent nothing for {silence_s} s.</source>
        <translation>{title} 已有 {silence_s} 秒没有发送内容。</translation>
    </message>
    <message>
        <source>{title} takes a list of texts that are not empty.</source>
        <translation>“{title}”应为非空文本的列表。</translation>
    </message>
    <message>
        <source>{title} takes a number that can be reckoned with, not {given}.</source>
        <translation>“{title}”应为可以计算的数字，而不是 {given}。</translation>
    </message>
    <message>
        <source>{title} takes a number, not {given}.</source>
        <translation>“{title}”应为数字，而不是 {given}。</translation>
    </message>
    <message>
        <source>{title} takes a whole number, not {given}.</source>
        <translation>“{title}”应为整数，而不是 {given}。</translation>
    </message>
    <message>
        <source>{title} takes at most {limit} texts, not {given}.</source>
        <translation>“{title}”最多 {limit} 条文本，而不是 {given} 条。</translation>
    </message>
    <message>
        <source>{title} takes no batches.</source>
        <translation>{title} 不支持批处理。</translation>
    </message>
    <message>
        <source>{title} takes no system prompt.</source>
        <translation>{title} 不支持系统提示词。</translation>
    </message>
    <message>
        <source>{title} takes no tools.</source>
        <translation>{title} 不支持工具。</translation>
    </message>
    <message>
        <source>{title} takes texts of at most {limit} characters each.</source>
        <translation>“{title}”的每条文本最多 {limit} 个字符。</translation>
    </message>
    <message>
        <source>{title} took too long and gave up.</source>
        <translation>{title} 用时过长，已放弃。</translation>
    </message>
    <message>
        <source>{title}, being answered</source>
        <translation>{title}，正在回答</translation>
    </message>
    <message>
        <source>{title}, {changed} set</source>
        <translation>{title}，已设置 {changed} 项</translation>
    </message>
    <message>
        <source>{title}, {count} found</source>
        <translation>{title}，找到 {count} 处</translation>
    </message>
    <message>
        <source>{title}: its messages hung together in a circle, which was cut where it closes.</source>
        <translation>{title}：其消息首尾相连成环，已在闭合处断开。</translation>
    </message>
    <message numerus="yes">
        <source>{title}: {count} time in it is none, and is replaced by the nearest one that was known.</source>
        <comment>{title}: {count} times in it are none, and are replaced by the nearest ones that were known.</comment>
        <translation>
            <numerusform>{title}：其中有 {count} 个无效时间，已替换为最接近的已知时间。</numerusform>
        </translation>
    </message>
    <message>
        <source>{title}: {text}</source>
        <translation>{title}：{text}</translation>
    </message>
    <message>
        <source>{tokens} context</source>
        <translation>{tokens} 上下文</translation>
    </message>
    <message>
        <source>{tokens} tokens</source>
        <translation>{tokens} 个 token</translation>
    </message>
    <message>
        <source>{tokens} tokens of context</source>
        <translation>{tokens} token 上下文</translation>
    </message>
    <message>
        <source>{tokens} tokens of context, {count} answers at once</source>
        <translation>{tokens} token 上下文，可同时生成 {count} 个回答</translation>
    </message>
    <message>
        <source>{tokens} tokens/s</source>
        <translation>{tokens} token/秒</translation>
    </message>
    <message>
        <source>{url!r} is no address.</source>
        <translation>{url!r} 不是地址。</translation>
    </message>
    <message>
        <source>{url} answered with something that is not the protocol of {title}.</source>
        <translation>{url} 的应答不符合 {title} 的协议。</translation>
    </message>
    <message>
        <source>{url} cannot be reached.</source>
        <translation>无法访问 {url}。</translation>
    </message>
    <message>
        <source>{url} could not be reached in time.</source>
        <translation>未能及时连接 {url}。</translation>
    </message>
    <message>
        <source>{url} could not be reached securely.</source>
        <translation>无法安全地访问 {url}。</translation>
    </message>
    <message>
        <source>{url} ended the connection without an answer.</source>
        <translation>{url} 没有应答就断开了连接。</translation>
    </message>
    <message>
        <source>{url} is no address. Write it as https://host/v1.</source>
        <translation>{url} 不是地址。请写成 https://host/v1。</translation>
    </message>
    <message>
        <source>{url} is no http or https address. Write it as https://host/v1.</source>
        <translation>{url} 不是 http 或 https 地址。请写成 https://host/v1。</translation>
    </message>
    <message>
        <source>{url} only points to another address.</source>
        <translation>{url} 只是指向另一个地址。</translation>
    </message>
    <message>
        <source>{used} of {limit} tokens</source>
        <translation>{used} / {limit} token</translation>
    </message>
    <message>
        <source>{used} of {whole} tokens, {kept} of them kept for the answer ({share} full).</source>
        <translation>{used} / {whole} token，其中 {kept} 留给回答（已用 {share}）。</translation>
    </message>
    <message numerus="yes">
        <source>{values} is reset to the defaults of {model}.</source>
        <comment>{values} are reset to the defaults of {model}.</comment>
        <translation>
            <numerusform>{values} 已重置为 {model} 的默认值。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{values} is reset to the model&apos;s defaults.</source>
        <comment>{values} are reset to the model&apos;s defaults.</comment>
        <translation>
            <numerusform>{values} 已重置为模型的默认值。</numerusform>
        </translation>
    </message>
    <message>
        <source>{value} is no JSON value</source>
        <translation>{value} 不是 JSON 值</translation>
    </message>
    <message>
        <source>{value} mixes letters of different alphabets that look alike.</source>
        <translation>{value} 混用了不同字母表中外形相似的字母。</translation>
    </message>
    <message>
        <source>{value}… ({count} characters)</source>
        <translation>{value}…（{count} 个字符）</translation>
    </message>
    <message>
        <source>{vendor} takes no {parameter} for {model}.</source>
        <translation>{vendor} 对 {model} 不接受“{parameter}”。</translation>
    </message>
    <message>
        <source>{verb} the {service} {noun} {name}</source>
        <translation>{verb} {service} {noun} {name}</translation>
    </message>
    <message>
        <source>{verb} {count} {noun}</source>
        <translation>{verb} {count} 个 {noun}</translation>
    </message>
    <message>
        <source>{verb} {count} {service} {noun}</source>
        <translation>{verb} {count} 个 {service} {noun}</translation>
    </message>
    <message>
        <source>{verb} {noun}</source>
        <translation>{verb} {noun}</translation>
    </message>
    <message>
        <source>{verb} {service} {noun}</source>
        <translation>{verb} {service} {noun}</translation>
    </message>
    <message>
        <source>{verb} {service} {noun} for {name}</source>
        <translation>{verb} {service} {noun}（{name}）</translation>
    </message>
    <message>
        <source>{verb}, one after the other</source>
        <translation>{verb}，依次进行</translation>
    </message>
    <message>
        <source>{verdict} until {moment}</source>
        <translation>{verdict}，直到 {moment}</translation>
    </message>
    <message>
        <source>{version} in branch {branch}</source>
        <translation>第 {version} 个在分支 {branch} 中</translation>
    </message>
    <message>
        <source>{wanted} of {layers} layers take {needed} of GPU memory, and {free} can be used.</source>
        <translation>{layers} 层中的 {wanted} 层需要 {needed} 显存，可用 {free}。</translation>
    </message>
    <message>
        <source>{wanted} wanted, {least} to {most}</source>
        <translation>期望 {wanted}，{least} 到 {most}</translation>
    </message>
    <message>
        <source>{what} in all regions</source>
        <translation>{what}，所有区域</translation>
    </message>
    <message>
        <source>{what} in {region}</source>
        <translation>{what}，区域 {region}</translation>
    </message>
    <message>
        <source>{what} in {region}.</source>
        <translation>{what}（{region}）。</translation>
    </message>
    <message>
        <source>{what} is too large to be followed by a local model.</source>
        <translation>{what} 过大，本地模型无法遵循。</translation>
    </message>
    <message>
        <source>{what} leaves no answer that a local model could give: it contradicts itself, or has no end.</source>
        <translation>{what} 没有留下本地模型可以给出的回答：它自相矛盾，或没有尽头。</translation>
    </message>
    <message>
        <source>{what}.</source>
        <translation>{what}。</translation>
    </message>
    <message>
        <source>{what}: your filter could not judge it. {problem}</source>
        <translation>{what}：你的过滤器无法判断。{problem}</translation>
    </message>
    <message>
        <source>{what}: your moderation filter held it back ({reasons}).</source>
        <translation>{what}：被你的审核过滤器拦截（{reasons}）。</translation>
    </message>
    <message>
        <source>{what}: {now}, then {then}</source>
        <translation>{what}：现为 {now}，之后为 {then}</translation>
    </message>
    <message>
        <source>{where} has no {name}</source>
        <translation>{where} 没有 {name}</translation>
    </message>
    <message>
        <source>{where} must be a list.</source>
        <translation>{where}须为列表。</translation>
    </message>
    <message>
        <source>{where} must be a set of names and values.</source>
        <translation>{where}须为名称与值的集合。</translation>
    </message>
    <message>
        <source>{where} should be a number, not one of {count} digits</source>
        <translation>{where} 应为数字，而不是 {count} 位数</translation>
    </message>
    <message>
        <source>{where} should be a time, not {given}</source>
        <translation>{where} 应为时间，而不是 {given}</translation>
    </message>
    <message>
        <source>{where} should be an object</source>
        <translation>{where} 应为对象</translation>
    </message>
    <message>
        <source>{where} should be one of {names}, not {given}</source>
        <translation>{where} 应为 {names} 之一，而不是 {given}</translation>
    </message>
    <message>
        <source>{where} should be {wanted}, not {given}</source>
        <translation>{where} 应为{wanted}，而不是{given}</translation>
    </message>
    <message>
        <source>{where}.{name} calls {operation}, which is no read but {risk}.</source>
        <translation>{where}.{name} 调用 {operation}，它不是读取，而是 {risk}。</translation>
    </message>
    <message>
        <source>{where}.{name} has no key {unknown}.</source>
        <translation>{where}.{name} 没有键 {unknown}。</translation>
    </message>
    <message>
        <source>{where}: a block of its content should be an object</source>
        <translation>{where}：内容块应为对象</translation>
    </message>
    <message>
        <source>{where}: a part of its content should be an object</source>
        <translation>{where}：内容的部分应为对象</translation>
    </message>
    <message>
        <source>{where}: a part&apos;s text should be a text</source>
        <translation>{where}：部分的 text 应为文本</translation>
    </message>
    <message>
        <source>{where}: isCreatedByUser should be true or false</source>
        <translation>{where}：isCreatedByUser 应为 true 或 false</translation>
    </message>
    <message>
        <source>{where}: the sender should be human or assistant</source>
        <translation>{where}：发送者应为 human 或 assistant</translation>
    </message>
    <message>
        <source>{where}: {name} should be {words}</source>
        <translation>{where}：{name} 应为{words}</translation>
    </message>
    <message>
        <source>{who} may not perform {action}.</source>
        <translation>{who} 无权执行 {action}。</translation>
    </message>
    <message>
        <source>{who} may not perform {action}: a policy denies it explicitly.</source>
        <translation>{who} 无权执行 {action}：有策略明确拒绝。</translation>
    </message>
    <message>
        <source>{why} Meanwhile the history can be read and exported, but nothing can be written to it.</source>
        <translation>{why} 在此期间可以读取和导出历史记录，但无法写入。</translation>
    </message>
    <message>
        <source>{width} x {height} pixels</source>
        <translation>{width} x {height} 像素</translation>
    </message>
    <message>
        <source>{words} is a number of tokens from 1 to {most}.</source>
        <translation>{words}应为 1 到 {most} 之间的 token 数。</translation>
    </message>
    <message>
        <source>{words} is a price from 0 to {most} dollars a million tokens.</source>
        <translation>{words}应为每百万 token 0 到 {most} 美元的价格。</translation>
    </message>
    <message>
        <source>{word} cannot be trusted for a time: what destroys or changes permissions is always asked about.</source>
        <translation>无法限时信任 {word}：破坏性操作和权限更改始终须询问。</translation>
    </message>
    <message>
        <source>{word} is no AWS service that Baton knows.</source>
        <translation>{word} 不是 Baton 认识的 AWS 服务。</translation>
    </message>
    <message>
        <source>“{key}” is no list and was passed over.</source>
        <translation>“{key}”不是列表，已跳过。</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>“{name}”</translation>
    </message>
    <message>
        <source>“{title}” is this chat&apos;s system prompt.</source>
        <translation>“{title}”已设为此对话的系统提示词。</translation>
    </message>
    <message>
        <source>“{title}” is yours to change.</source>
        <translation>现在可以修改“{title}”了。</translation>
    </message>
    <message>
        <source>“{title}” was answered.</source>
        <translation>“{title}”已有回答。</translation>
    </message>
    <message>
        <source>“{title}” was deleted.</source>
        <translation>已删除“{title}”。</translation>
    </message>
    <message>
        <source>“{title}” was deleted. It lies in the bin for {days} days.</source>
        <translation>已删除“{title}”，将在回收站中保留 {days} 天。</translation>
    </message>
    <message>
        <source>“{title}” was moved out of the folder.</source>
        <translation>已将“{title}”移出文件夹。</translation>
    </message>
    <message>
        <source>“{title}” was moved to {folder}.</source>
        <translation>已将“{title}”移到 {folder}。</translation>
    </message>
    <message>
        <source>“{title}” was put into the archive.</source>
        <translation>已归档“{title}”。</translation>
    </message>
    <message>
        <source>“{title}” was restored.</source>
        <translation>已恢复“{title}”。</translation>
    </message>
    <message>
        <source>“{title}” was saved.</source>
        <translation>已保存“{title}”。</translation>
    </message>
    <message>
        <source>“{title}” was taken out of the archive.</source>
        <translation>已将“{title}”移出归档。</translation>
    </message>
    <message>
        <source>“{words}” is needed.</source>
        <translation>需要填写“{words}”。</translation>
    </message>
    <message>
        <source>“{words}” is one of {choices}; not {value}.</source>
        <translation>“{words}”应为 {choices} 之一，而不是 {value}。</translation>
    </message>
    <message>
        <source>“{words}” takes a number, not {value}.</source>
        <translation>“{words}”应为数字，而不是 {value}。</translation>
    </message>
    <message>
        <source>• and {count} more</source>
        <translation>• 另有 {count} 项</translation>
    </message>
    <message>
        <source>… and more</source>
        <translation>…以及更多</translation>
    </message>
    <message>
        <source>… cut here; copy or save it to have all of it</source>
        <translation>…此处截断；复制或保存可得到全部内容</translation>
    </message>
    <message>
        <source>… cut here; copy or save the result to have all of it</source>
        <translation>…此处截断；复制或保存结果可得到全部内容</translation>
    </message>
    <message>
        <source>… {count} characters in all …</source>
        <translation>…共 {count} 个字符…</translation>
    </message>
    <message>
        <source>‹ Back</source>
        <translation>‹ 返回</translation>
    </message>
    <message>
        <source>‹ Back to what was found</source>
        <translation>‹ 返回搜索结果</translation>
    </message>
</context>
</TS>
