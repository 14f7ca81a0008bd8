<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name></name>
    <message>
        <source>AWS account and region: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AWS account: none in this chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AWS calls go to {account!r} in {region}. {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AWS …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account {number}, {arn}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the language is written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the network, the proxy and any endpoint set in the AWS configuration; after a change, look before repeating it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another title.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each message goes to the model set for its kind in Settings &gt; Routing; where none is, to {usual}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in this chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow the system, or always light or dark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From left to right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From right to left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast has black and white, stronger outlines and no shades. Follow the system where it says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this chat on this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local models are served to other programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local models are served to other programs at {address}. {about}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No AWS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No AWS account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No programs wait for an answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has signed in here yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing leaves this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of everything in the window; also by Ctrl and plus, minus or 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>One program waits for an answer.</source>
        <comment>{count} programs wait for an answer.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Only models that run here, or on your own hosts, are asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Private</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save one of your own beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serving {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set {title} back to the default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the model dock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the list of chats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo account runs on this machine: nothing leaves it. Press to choose another account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model gets no AWS tools in this chat. Press to choose an account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a preset {title!r} already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no preset {name!r}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What answered does not speak AWS&apos;s protocol.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you write is sent to this provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where a line begins. Messages follow their own text; code and AWS calls go from left to right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without motion not even the cursor blinks. Follow the system where it says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name!r} comes with Baton.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
