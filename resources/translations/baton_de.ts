<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name></name>
    <message>
        <source>$ a million tokens</source>
        <translation>$ je Million Token</translation>
    </message>
    <message>
        <source>&apos;$ref&apos; must be a text</source>
        <translation>&apos;$ref&apos; muss ein Text sein</translation>
    </message>
    <message>
        <source>&apos;type&apos; is one of {types}, not {value}</source>
        <translation>&apos;type&apos; ist eines von {types}, nicht {value}</translation>
    </message>
    <message>
        <source>({count} more to say after it.)</source>
        <translation>(Danach noch {count}.)</translation>
    </message>
    <message>
        <source>*Attached:* {name} ({kind}, {size} bytes)</source>
        <translation>*Anhang:* {name} ({kind}, {size} Byte)</translation>
    </message>
    <message>
        <source>0 uses every physical core.</source>
        <translation>0 nutzt jeden physischen Kern.</translation>
    </message>
    <message numerus="yes">
        <source>1 access key</source>
        <comment>{count} access keys</comment>
        <translation>
            <numerusform>1 Zugriffsschlüssel</numerusform>
            <numerusform>{count} Zugriffsschlüssel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 answer is kept: {size}, since {day}.</source>
        <comment>{number} answers are kept: {size}, since {day}.</comment>
        <translation>
            <numerusform>1 Antwort wird aufbewahrt: {size}, seit {day}.</numerusform>
            <numerusform>{number} Antworten werden aufbewahrt: {size}, seit {day}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 answer is kept: {size}.</source>
        <comment>{number} answers are kept: {size}.</comment>
        <translation>
            <numerusform>1 Antwort wird aufbewahrt: {size}.</numerusform>
            <numerusform>{number} Antworten werden aufbewahrt: {size}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 byte</source>
        <comment>{count} bytes</comment>
        <translation>
            <numerusform>1 Byte</numerusform>
            <numerusform>{count} Bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 entry</source>
        <comment>{count} entries</comment>
        <translation>
            <numerusform>{count} Eintrag</numerusform>
            <numerusform>{count} Einträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 grant of its use</source>
        <comment>{count} grants of its use</comment>
        <translation>
            <numerusform>1 Erteilung seiner Nutzung</numerusform>
            <numerusform>{count} Erteilungen seiner Nutzung</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 index</source>
        <comment>{count} indexes</comment>
        <translation>
            <numerusform>1 Index</numerusform>
            <numerusform>{count} Indizes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 instance</source>
        <comment>{count} instances</comment>
        <translation>
            <numerusform>1 Instanz</numerusform>
            <numerusform>{count} Instanzen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 instance made of it</source>
        <comment>{count} instances made of it</comment>
        <translation>
            <numerusform>1 Instanz daraus gestartet</numerusform>
            <numerusform>{count} Instanzen daraus gestartet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 instance running all month on Linux.</source>
        <comment>{count} instances running all month on Linux.</comment>
        <translation>
            <numerusform>1 Instanz unter Linux, den ganzen Monat.</numerusform>
            <numerusform>{count} Instanzen unter Linux, den ganzen Monat.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 instance would not be paid for while stopped; disks and addresses still are.</source>
        <comment>{count} instances would not be paid for while stopped; disks and addresses still are.</comment>
        <translation>
            <numerusform>1 Instanz würde nicht bezahlt, solange sie steht; Volumes und Adressen schon.</numerusform>
            <numerusform>{count} Instanzen würden nicht bezahlt, solange sie stehen; Volumes und Adressen schon.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 kept answer was deleted ({size}).</source>
        <comment>{count} kept answers were deleted ({size}).</comment>
        <translation>
            <numerusform>1 aufbewahrte Antwort wurde gelöscht ({size}).</numerusform>
            <numerusform>{count} aufbewahrte Antworten wurden gelöscht ({size}).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 line</source>
        <comment>{count} lines</comment>
        <translation>
            <numerusform>{count} Zeile</numerusform>
            <numerusform>{count} Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 machine</source>
        <comment>{count} machines</comment>
        <translation>
            <numerusform>1 Maschine</numerusform>
            <numerusform>{count} Maschinen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 message</source>
        <comment>{number} messages</comment>
        <translation>
            <numerusform>1 Nachricht</numerusform>
            <numerusform>{number} Nachrichten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 message is back.</source>
        <comment>{count} messages are back.</comment>
        <translation>
            <numerusform>1 Nachricht ist wieder da.</numerusform>
            <numerusform>{count} Nachrichten sind wieder da.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 message was deleted.</source>
        <comment>{count} messages were deleted.</comment>
        <translation>
            <numerusform>1 Nachricht wurde gelöscht.</numerusform>
            <numerusform>{count} Nachrichten wurden gelöscht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 metric filter</source>
        <comment>{count} metric filters</comment>
        <translation>
            <numerusform>1 Metrikfilter</numerusform>
            <numerusform>{count} Metrikfilter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 model</source>
        <comment>{count} models</comment>
        <translation>
            <numerusform>1 Modell</numerusform>
            <numerusform>{count} Modelle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 network interface inside</source>
        <comment>{count} network interfaces inside</comment>
        <translation>
            <numerusform>1 Netzwerkschnittstelle darin</numerusform>
            <numerusform>{count} Netzwerkschnittstellen darin</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 object</source>
        <comment>{count} objects</comment>
        <translation>
            <numerusform>1 Objekt</numerusform>
            <numerusform>{count} Objekte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 page</source>
        <comment>{count} pages</comment>
        <translation>
            <numerusform>{count} Seite</numerusform>
            <numerusform>{count} Seiten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 picture went without metadata, such as place and time.</source>
        <comment>{count} pictures went without metadata, such as place and time.</comment>
        <translation>
            <numerusform>1 Bild ging ohne Metadaten wie Ort und Zeit hinaus.</numerusform>
            <numerusform>{count} Bilder gingen ohne Metadaten wie Ort und Zeit hinaus.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 policy of its own</source>
        <comment>{count} policies of its own</comment>
        <translation>
            <numerusform>1 eigene Richtlinie</numerusform>
            <numerusform>{count} eigene Richtlinien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 record</source>
        <comment>{count} records</comment>
        <translation>
            <numerusform>1 Eintrag</numerusform>
            <numerusform>{count} Einträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 resource</source>
        <comment>{count} resources</comment>
        <translation>
            <numerusform>1 Ressource</numerusform>
            <numerusform>{count} Ressourcen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 route table lead through it</source>
        <comment>{count} route tables lead through it</comment>
        <translation>
            <numerusform>1 Routentabelle führt hindurch</numerusform>
            <numerusform>{count} Routentabellen führen hindurch</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 row</source>
        <comment>{count} rows</comment>
        <translation>
            <numerusform>{count} Zeile</numerusform>
            <numerusform>{count} Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 rule</source>
        <comment>{count} rules</comment>
        <translation>
            <numerusform>1 Regel</numerusform>
            <numerusform>{count} Regeln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 running instance</source>
        <comment>{count} running instances</comment>
        <translation>
            <numerusform>1 laufende Instanz</numerusform>
            <numerusform>{count} laufende Instanzen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 service</source>
        <comment>{count} services</comment>
        <translation>
            <numerusform>1 Dienst</numerusform>
            <numerusform>{count} Dienste</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 snapshot</source>
        <comment>{count} snapshots</comment>
        <translation>
            <numerusform>1 Snapshot</numerusform>
            <numerusform>{count} Snapshots</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 subnet</source>
        <comment>{count} subnets</comment>
        <translation>
            <numerusform>1 Subnetz</numerusform>
            <numerusform>{count} Subnetze</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 subscription</source>
        <comment>{count} subscriptions</comment>
        <translation>
            <numerusform>1 Abonnement</numerusform>
            <numerusform>{count} Abonnements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 subscription not confirmed yet</source>
        <comment>{count} subscriptions not confirmed yet</comment>
        <translation>
            <numerusform>1 noch nicht bestätigtes Abonnement</numerusform>
            <numerusform>{count} noch nicht bestätigte Abonnements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 target group</source>
        <comment>{count} target groups</comment>
        <translation>
            <numerusform>1 Zielgruppe</numerusform>
            <numerusform>{count} Zielgruppen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 task running</source>
        <comment>{count} tasks running</comment>
        <translation>
            <numerusform>1 Task läuft</numerusform>
            <numerusform>{count} Tasks laufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 user</source>
        <comment>{count} users</comment>
        <translation>
            <numerusform>1 Benutzer</numerusform>
            <numerusform>{count} Benutzer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 version</source>
        <comment>{count} versions</comment>
        <translation>
            <numerusform>1 Version</numerusform>
            <numerusform>{count} Versionen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 volume</source>
        <comment>{count} volumes</comment>
        <translation>
            <numerusform>1 Volume</numerusform>
            <numerusform>{count} Volumes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 volume and everything on it go with the instances.</source>
        <comment>{count} volumes and everything on them go with the instances.</comment>
        <translation>
            <numerusform>1 Volume und alles darauf geht mit den Instanzen.</numerusform>
            <numerusform>{count} Volumes und alles darauf gehen mit den Instanzen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 volume, deleted with it when it is terminated</source>
        <comment>{count} volumes, deleted with it when it is terminated</comment>
        <translation>
            <numerusform>1 Volume, wird beim Terminieren mitgelöscht</numerusform>
            <numerusform>{count} Volumes, werden beim Terminieren mitgelöscht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 volume, kept when it is terminated</source>
        <comment>{count} volumes, kept when it is terminated</comment>
        <translation>
            <numerusform>1 Volume, bleibt beim Terminieren erhalten</numerusform>
            <numerusform>{count} Volumes, bleiben beim Terminieren erhalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 {kind} instance running all month on Linux, without its disk.</source>
        <comment>{count} {kind} instances running all month on Linux, without its disk.</comment>
        <translation>
            <numerusform>1 {kind}-Instanz unter Linux, den ganzen Monat, ohne ihr Volume.</numerusform>
            <numerusform>{count} {kind}-Instanzen unter Linux, den ganzen Monat, ohne ihre Volumes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>1 {kind} instance running all month on Linux.</source>
        <comment>{count} {kind} instances running all month on Linux.</comment>
        <translation>
            <numerusform>1 {kind}-Instanz unter Linux, den ganzen Monat.</numerusform>
            <numerusform>{count} {kind}-Instanzen unter Linux, den ganzen Monat.</numerusform>
        </translation>
    </message>
    <message>
        <source>16 bits</source>
        <translation>16 Bit</translation>
    </message>
    <message>
        <source>4 bits</source>
        <translation>4 Bit</translation>
    </message>
    <message>
        <source>8 bits</source>
        <translation>8 Bit</translation>
    </message>
    <message>
        <source>&gt; {call} in account {account}, region {region}; {risk}</source>
        <translation>&gt; {call} in Konto {account}, Region {region}; {risk}</translation>
    </message>
    <message>
        <source>A JSON schema</source>
        <translation>Ein JSON-Schema</translation>
    </message>
    <message>
        <source>A JSON schema is an object, as in {&quot;type&quot;: &quot;object&quot;}.</source>
        <translation>Ein JSON-Schema ist ein Objekt, etwa {&quot;type&quot;: &quot;object&quot;}.</translation>
    </message>
    <message>
        <source>A backup is being made…</source>
        <translation>Eine Sicherung wird erstellt…</translation>
    </message>
    <message>
        <source>A bucket that once kept versions can only suspend that, and keeps those it has.</source>
        <translation>Ein Bucket, der einmal Versionen behielt, kann das nur aussetzen und behält die vorhandenen.</translation>
    </message>
    <message>
        <source>A budget of money cannot count what has no price. Prices can be set for each model.</source>
        <translation>Ein Geldbudget kann nicht zählen, was keinen Preis hat. Preise lassen sich für jedes Modell angeben.</translation>
    </message>
    <message>
        <source>A change of permissions is always asked about.</source>
        <translation>Eine Änderung von Berechtigungen wird immer erfragt.</translation>
    </message>
    <message>
        <source>A change set may replace or delete resources.</source>
        <translation>Ein Änderungssatz kann Ressourcen ersetzen oder löschen.</translation>
    </message>
    <message>
        <source>A changed password that waits to be applied is shown as asterisks.</source>
        <translation>Ein geändertes Kennwort, das noch übernommen werden muss, erscheint als Sternchen.</translation>
    </message>
    <message>
        <source>A chat can have its own choice. Nothing is deleted from the history: only what is sent gets shorter.</source>
        <translation>Ein Chat kann seine eigene Wahl haben. Aus dem Verlauf wird nichts gelöscht: Nur was gesendet wird, wird kürzer.</translation>
    </message>
    <message>
        <source>A choice</source>
        <translation>Eine Auswahl</translation>
    </message>
    <message>
        <source>A command deletes what is on the machine or in the account.</source>
        <translation>Ein Befehl löscht, was auf der Maschine oder im Konto ist.</translation>
    </message>
    <message>
        <source>A command or a prompt, at the beginning of a line</source>
        <translation>Befehl oder Prompt, am Anfang einer Zeile</translation>
    </message>
    <message>
        <source>A context of {count} tokens would fit.</source>
        <translation>Ein Kontext von {count} Token würde passen.</translation>
    </message>
    <message>
        <source>A conversation&apos;s name needs at least one word.</source>
        <translation>Der Name eines Chats braucht mindestens ein Wort.</translation>
    </message>
    <message>
        <source>A file that belongs to this chat is damaged on disk.</source>
        <translation>Eine Datei dieses Chats ist auf der Festplatte beschädigt.</translation>
    </message>
    <message>
        <source>A file that belongs to this chat is no longer there.</source>
        <translation>Eine Datei dieses Chats ist nicht mehr da.</translation>
    </message>
    <message>
        <source>A folder can lie in a folder, and no deeper.</source>
        <translation>Ein Ordner kann in einem Ordner liegen, aber nicht tiefer.</translation>
    </message>
    <message>
        <source>A folder cannot lie in itself.</source>
        <translation>Ein Ordner kann nicht in sich selbst liegen.</translation>
    </message>
    <message>
        <source>A folder with folders cannot lie in another.</source>
        <translation>Ein Ordner mit Ordnern kann nicht in einem anderen liegen.</translation>
    </message>
    <message>
        <source>A folder&apos;s name can have {most} letters.</source>
        <translation>Der Name eines Ordners kann {most} Zeichen haben.</translation>
    </message>
    <message>
        <source>A folder&apos;s name needs at least one letter.</source>
        <translation>Der Name eines Ordners braucht mindestens einen Buchstaben.</translation>
    </message>
    <message>
        <source>A judgement with its reasons</source>
        <translation>Ein Urteil mit Begründung</translation>
    </message>
    <message>
        <source>A list of texts</source>
        <translation>Eine Liste von Texten</translation>
    </message>
    <message>
        <source>A local model cannot be held to &apos;minProperties&apos; of {minimum} where not as many properties are named.</source>
        <translation>Ein lokales Modell lässt sich nicht auf &apos;minProperties&apos; von {minimum} festlegen, wo nicht so viele Eigenschaften genannt sind.</translation>
    </message>
    <message>
        <source>A local model cannot be held to &apos;oneOf&apos; whose alternatives can hold at the same time.</source>
        <translation>Ein lokales Modell lässt sich nicht auf &apos;oneOf&apos; festlegen, dessen Möglichkeiten zugleich gelten können.</translation>
    </message>
    <message>
        <source>A local model cannot be held to &apos;uniqueItems&apos; unless all possible items are listed.</source>
        <translation>Ein lokales Modell lässt sich nicht auf &apos;uniqueItems&apos; festlegen, sofern nicht alle möglichen Elemente aufgezählt sind.</translation>
    </message>
    <message>
        <source>A local model cannot be held to a JSON schema within another.</source>
        <translation>Ein lokales Modell lässt sich nicht auf ein JSON-Schema innerhalb eines anderen festlegen.</translation>
    </message>
    <message>
        <source>A local model cannot be held to more than {count} &apos;patternProperties&apos; at once.</source>
        <translation>Ein lokales Modell lässt sich nicht auf mehr als {count} &apos;patternProperties&apos; zugleich festlegen.</translation>
    </message>
    <message>
        <source>A local model cannot be held to the &apos;pattern&apos; {pattern}: {error}.</source>
        <translation>Ein lokales Modell lässt sich nicht auf das &apos;pattern&apos; {pattern} festlegen: {error}.</translation>
    </message>
    <message>
        <source>A local model cannot be held to the format {name!r} in a JSON schema.</source>
        <translation>Ein lokales Modell lässt sich nicht auf das Format {name!r} in einem JSON-Schema festlegen.</translation>
    </message>
    <message>
        <source>A local model cannot be held to {keyword!r} in a JSON schema.</source>
        <translation>Ein lokales Modell lässt sich nicht auf {keyword!r} in einem JSON-Schema festlegen.</translation>
    </message>
    <message>
        <source>A local model takes no files, and {name!r} is one.</source>
        <translation>Ein lokales Modell nimmt keine Dateien, und {name!r} ist eine.</translation>
    </message>
    <message>
        <source>A local model that writes each parameter by itself cannot be held to a number of properties.</source>
        <translation>Ein lokales Modell, das jeden Parameter für sich schreibt, lässt sich nicht auf eine Zahl von Eigenschaften festlegen.</translation>
    </message>
    <message>
        <source>A long text was pasted: {lines} lines, {letters} letters.</source>
        <translation>Ein langer Text wurde eingefügt: {lines} Zeilen, {letters} Zeichen.</translation>
    </message>
    <message>
        <source>A machine that is not shut down may lose what it has not written yet.</source>
        <translation>Eine Maschine, die nicht heruntergefahren wird, kann verlieren, was sie noch nicht geschrieben hat.</translation>
    </message>
    <message>
        <source>A make-believe AWS account on this machine. No key, no account, nothing leaves it.</source>
        <translation>Ein nachgebildetes AWS-Konto auf diesem Rechner. Kein Schlüssel, kein Konto, nichts verlässt ihn.</translation>
    </message>
    <message>
        <source>A message to try</source>
        <translation>Eine Nachricht zum Ausprobieren</translation>
    </message>
    <message>
        <source>A model cannot choose accounts or several regions.</source>
        <translation>Ein Modell kann keine Konten und nicht mehrere Regionen wählen.</translation>
    </message>
    <message>
        <source>A model for this message only</source>
        <translation>Modell nur für diese Nachricht</translation>
    </message>
    <message>
        <source>A model proposed this. Check every value: they are its own.</source>
        <translation>Ein Modell hat dies vorgeschlagen. Jeden Wert prüfen: Sie stammen von ihm.</translation>
    </message>
    <message>
        <source>A name is needed.</source>
        <translation>Ein Name ist nötig.</translation>
    </message>
    <message>
        <source>A name stands here twice.</source>
        <translation>Ein Name steht hier doppelt.</translation>
    </message>
    <message>
        <source>A new role of the same name is another role for those who trusted the old one.</source>
        <translation>Eine neue Rolle gleichen Namens ist für alle, die der alten vertrauten, eine andere.</translation>
    </message>
    <message>
        <source>A new user of the same name is another user, with other keys.</source>
        <translation>Ein neuer Benutzer gleichen Namens ist ein anderer, mit anderen Schlüsseln.</translation>
    </message>
    <message>
        <source>A new zone of the same name has other name servers.</source>
        <translation>Eine neue Zone gleichen Namens hat andere Nameserver.</translation>
    </message>
    <message>
        <source>A number</source>
        <translation>Eine Zahl</translation>
    </message>
    <message>
        <source>A number in it has too many digits.</source>
        <translation>Eine Zahl darin hat zu viele Ziffern.</translation>
    </message>
    <message>
        <source>A number is taken as it is, and the plan says whether it fits; -1 leaves it to the choice above.</source>
        <translation>Eine Zahl gilt, wie sie ist, und der Plan sagt, ob es passt; -1 überlässt es der Auswahl darüber.</translation>
    </message>
    <message>
        <source>A part of a name, or owner/repository</source>
        <translation>Ein Teil eines Namens, oder Besitzer/Repository</translation>
    </message>
    <message>
        <source>A pattern in the schema is too long.</source>
        <translation>Ein Muster im Schema ist zu lang.</translation>
    </message>
    <message>
        <source>A picture&apos;s metadata, such as where it was taken, cannot be taken out, so it is not sent.</source>
        <translation>Die Metadaten eines Bilds, etwa der Aufnahmeort, lassen sich nicht entfernen, daher wird es nicht gesendet.</translation>
    </message>
    <message>
        <source>A plan may have {most} steps, not {count}.</source>
        <translation>Ein Plan darf {most} Schritte haben, nicht {count}.</translation>
    </message>
    <message>
        <source>A plan needs at least one step.</source>
        <translation>Ein Plan braucht mindestens einen Schritt.</translation>
    </message>
    <message>
        <source>A playbook looks an account over and says what to mend. Yours are YAML files in one folder.</source>
        <translation>Ein Playbook sieht ein Konto durch und sagt, was zu verbessern ist. Eigene sind YAML-Dateien in einem Ordner.</translation>
    </message>
    <message>
        <source>A policy denies {actions}. {advice}</source>
        <translation>Eine Richtlinie verbietet {actions}. {advice}</translation>
    </message>
    <message>
        <source>A policy in the template allows every action.</source>
        <translation>Eine Richtlinie in der Vorlage erlaubt jede Aktion.</translation>
    </message>
    <message>
        <source>A policy in the template lets anyone in the world in.</source>
        <translation>Eine Richtlinie in der Vorlage lässt alle Welt hinein.</translation>
    </message>
    <message>
        <source>A preset holds at most {most} parameters.</source>
        <translation>Eine Voreinstellung enthält höchstens {most} Parameter.</translation>
    </message>
    <message>
        <source>A preset&apos;s title is one line of 1 to {most} characters.</source>
        <translation>Der Titel einer Voreinstellung ist eine Zeile von 1 bis {most} Zeichen.</translation>
    </message>
    <message>
        <source>A profile of your AWS configuration, or demo. Empty: your default profile, or the demo account where there is none.</source>
        <translation>Ein Profil der AWS-Konfiguration oder demo. Leer: das Standardprofil, oder das Demokonto, wo es keines gibt.</translation>
    </message>
    <message>
        <source>A provider&apos;s batch goes to one model.</source>
        <translation>Ein Stapel des Anbieters geht an genau ein Modell.</translation>
    </message>
    <message>
        <source>A provider&apos;s batch is answered in hours, and must be gone on with.</source>
        <translation>Ein Stapel des Anbieters wird in Stunden beantwortet und muss fortgesetzt werden können.</translation>
    </message>
    <message>
        <source>A public address that is no Elastic IP changes.</source>
        <translation>Eine öffentliche Adresse, die keine Elastic IP ist, ändert sich.</translation>
    </message>
    <message>
        <source>A quotation mark is left open.</source>
        <translation>Ein Anführungszeichen ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>A smaller quantisation or a smaller model may fit.</source>
        <translation>Eine kleinere Quantisierung oder ein kleineres Modell passt vielleicht.</translation>
    </message>
    <message numerus="yes">
        <source>A summary of the oldest turn is sent in its place</source>
        <comment>A summary of the {count} oldest turns is sent in their place</comment>
        <translation>
            <numerusform>Statt des ältesten Beitrags wird eine Zusammenfassung gesendet</numerusform>
            <numerusform>Statt der {count} ältesten Beiträge wird eine Zusammenfassung gesendet</numerusform>
        </translation>
    </message>
    <message>
        <source>A table: rows with named fields</source>
        <translation>Eine Tabelle: Zeilen mit benannten Feldern</translation>
    </message>
    <message>
        <source>A terminated instance cannot be started again, and its private address is lost.</source>
        <translation>Eine terminierte Instanz lässt sich nicht wieder starten, und ihre private Adresse ist verloren.</translation>
    </message>
    <message>
        <source>A title is needed.</source>
        <translation>Ein Titel ist nötig.</translation>
    </message>
    <message>
        <source>A title is not empty.</source>
        <translation>Ein Titel darf nicht leer sein.</translation>
    </message>
    <message>
        <source>A trust lasts from a minute to {hours} hours.</source>
        <translation>Ein Vertrauen dauert von einer Minute bis zu {hours} Stunden.</translation>
    </message>
    <message>
        <source>A trust says for how long.</source>
        <translation>Zu einem Vertrauen gehört, wie lange es gilt.</translation>
    </message>
    <message>
        <source>A trust says what: reads, sensitive reads or writes.</source>
        <translation>Zu einem Vertrauen gehört, wem es gilt: reads, sensitive reads oder writes.</translation>
    </message>
    <message>
        <source>A value from another step ({reference}) means something in a plan only.</source>
        <translation>Ein Wert aus einem anderen Schritt ({reference}) hat nur in einem Plan eine Bedeutung.</translation>
    </message>
    <message>
        <source>A value has characters that cannot be seen; they are shown as ⟨U+…⟩.</source>
        <translation>Ein Wert hat unsichtbare Zeichen; sie sind als ⟨U+…⟩ dargestellt.</translation>
    </message>
    <message>
        <source>A version that is deleted by its id cannot be brought back.</source>
        <translation>Eine Version, die über ihre ID gelöscht wird, lässt sich nicht zurückholen.</translation>
    </message>
    <message>
        <source>A volume that is torn away may lose data.</source>
        <translation>Ein Volume, das abgerissen wird, kann Daten verlieren.</translation>
    </message>
    <message>
        <source>A whole copy of the history each night, or at the next start, on this disk; it is read through before it counts. What is deleted from the history stays in older copies until they go.</source>
        <translation>Eine vollständige Kopie des Verlaufs in jeder Nacht, oder beim nächsten Start, auf dieser Festplatte; sie zählt erst, wenn sie durchgelesen ist. Was aus dem Verlauf gelöscht wird, bleibt in älteren Kopien, bis diese gehen.</translation>
    </message>
    <message>
        <source>A word or a key</source>
        <translation>Ein Wort oder eine Taste</translation>
    </message>
    <message>
        <source>API keys…</source>
        <translation>API-Schlüssel…</translation>
    </message>
    <message>
        <source>AWS</source>
        <translation>AWS</translation>
    </message>
    <message>
        <source>AWS account and region: {words}</source>
        <translation>AWS-Konto und Region: {words}</translation>
    </message>
    <message>
        <source>AWS account: none in this chat</source>
        <translation>AWS-Konto: keines in diesem Chat</translation>
    </message>
    <message>
        <source>AWS action: {service} {operation}, {risk}, {state}</source>
        <translation>AWS-Aktion: {service} {operation}, {risk}, {state}</translation>
    </message>
    <message>
        <source>AWS actions</source>
        <translation>AWS-Aktionen</translation>
    </message>
    <message>
        <source>AWS answered with more than {count} MB at once, so the rest was not read.</source>
        <translation>AWS hat mit mehr als {count} MB auf einmal geantwortet; der Rest wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>AWS answered without any data</source>
        <translation>AWS hat ohne Daten geantwortet</translation>
    </message>
    <message>
        <source>AWS asked to slow down ({operation}).</source>
        <translation>AWS bittet, langsamer zu machen ({operation}).</translation>
    </message>
    <message>
        <source>AWS calls go to {account!r} in {region}. {who}</source>
        <translation>AWS-Aufrufe gehen an {account!r} in {region}. {who}</translation>
    </message>
    <message>
        <source>AWS checked the call and would have carried it out.</source>
        <translation>AWS hat den Aufruf geprüft und hätte ihn ausgeführt.</translation>
    </message>
    <message>
        <source>AWS did not accept the MFA code for {account}.</source>
        <translation>AWS hat den MFA-Code für {account} nicht angenommen.</translation>
    </message>
    <message>
        <source>AWS did not answer in time in {region}.</source>
        <translation>AWS hat in {region} nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>AWS does not accept the credentials for {account} in {region}.</source>
        <translation>AWS nimmt die Zugangsdaten für {account} in {region} nicht an.</translation>
    </message>
    <message>
        <source>AWS gave no reason.</source>
        <translation>AWS hat keinen Grund genannt.</translation>
    </message>
    <message>
        <source>AWS had a fault of its own ({operation}): {said}</source>
        <translation>AWS hatte selbst einen Fehler ({operation}): {said}</translation>
    </message>
    <message>
        <source>AWS in {region}</source>
        <translation>AWS in {region}</translation>
    </message>
    <message>
        <source>AWS is switched off in this chat</source>
        <translation>AWS ist in diesem Chat ausgeschaltet</translation>
    </message>
    <message>
        <source>AWS is switched off in this chat: choose an account at the top to act on one.</source>
        <translation>AWS ist in diesem Chat ausgeschaltet: oben ein Konto wählen, um darin zu handeln.</translation>
    </message>
    <message>
        <source>AWS is switched off in this conversation, and it is the one thing I do. Switch it on by choosing an account in the badge above the conversation, or: `--aws demo`; the demo account needs no credentials and nothing leaves this machine. For plain conversation choose another model in the badge beside it, or: `baton models` lists them.</source>
        <translation>AWS ist in diesem Chat ausgeschaltet, und das ist das Einzige, was ich tue. Einschalten durch die Wahl eines Kontos in der Anzeige über dem Chat oder mit `--aws demo`; das Demokonto braucht keine Zugangsdaten, und nichts verlässt diesen Rechner. Für ein einfaches Gespräch daneben ein anderes Modell wählen; `baton models` listet sie auf.</translation>
    </message>
    <message>
        <source>AWS keeps a deleted secret for some days.</source>
        <translation>AWS behält ein gelöschtes Secret einige Tage.</translation>
    </message>
    <message>
        <source>AWS knows no such thing: {said}</source>
        <translation>AWS kennt nichts dergleichen: {said}</translation>
    </message>
    <message>
        <source>AWS leaves the client secret out of this answer.</source>
        <translation>AWS lässt das Client-Secret in dieser Antwort weg.</translation>
    </message>
    <message>
        <source>AWS lets a volume be modified again only after about six hours.</source>
        <translation>AWS lässt ein Volume erst nach etwa sechs Stunden wieder ändern.</translation>
    </message>
    <message>
        <source>AWS lets the billing mode be switched only once a day.</source>
        <translation>AWS lässt den Abrechnungsmodus nur einmal am Tag wechseln.</translation>
    </message>
    <message>
        <source>AWS plan of {count} steps, {state}</source>
        <translation>AWS-Plan, Schritte: {count}, {state}</translation>
    </message>
    <message>
        <source>AWS refused the call because this machine&apos;s clock is wrong.</source>
        <translation>AWS hat den Aufruf abgelehnt, weil die Uhr dieses Rechners falsch geht.</translation>
    </message>
    <message>
        <source>AWS refused the call.</source>
        <translation>AWS hat den Aufruf abgelehnt.</translation>
    </message>
    <message>
        <source>AWS refused the next pages.</source>
        <translation>AWS hat die nächsten Seiten verweigert.</translation>
    </message>
    <message>
        <source>AWS refused the parameters of {operation}: {said}</source>
        <translation>AWS hat die Parameter von {operation} abgelehnt: {said}</translation>
    </message>
    <message>
        <source>AWS refused {operation}: {said}</source>
        <translation>AWS hat {operation} abgelehnt: {said}</translation>
    </message>
    <message>
        <source>AWS refuses that once something is in it.</source>
        <translation>AWS lehnt das ab, sobald etwas darin ist.</translation>
    </message>
    <message>
        <source>AWS request</source>
        <translation>AWS-Anfrage</translation>
    </message>
    <message>
        <source>AWS requests</source>
        <translation>AWS-Anfragen</translation>
    </message>
    <message>
        <source>AWS requests, no model needed</source>
        <translation>AWS-Anfragen, ohne Modell</translation>
    </message>
    <message>
        <source>AWS service</source>
        <translation>AWS-Dienst</translation>
    </message>
    <message>
        <source>AWS tools</source>
        <translation>AWS-Tools</translation>
    </message>
    <message>
        <source>AWS would refuse them.</source>
        <translation>AWS würde sie ablehnen.</translation>
    </message>
    <message>
        <source>AWS …</source>
        <translation>AWS …</translation>
    </message>
    <message>
        <source>AWS&apos;s own</source>
        <translation>von AWS selbst</translation>
    </message>
    <message>
        <source>AWS&apos;s own policy for reading alone (ReadOnlyAccess) allows it.</source>
        <translation>Die AWS-eigene Richtlinie für reines Lesen (ReadOnlyAccess) erlaubt es.</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>About</source>
        <comment>of a prompt</comment>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>About {price} US dollars a month for each GB of memory the function has.</source>
        <translation>Rund {price} US-Dollar im Monat für jedes GB Arbeitsspeicher der Funktion.</translation>
    </message>
    <message>
        <source>About {tokens} tokens</source>
        <translation>Etwa {tokens} Token</translation>
    </message>
    <message>
        <source>About {words}</source>
        <translation>Etwa {words}</translation>
    </message>
    <message>
        <source>Accept the terms at {page}, and set a token: baton keys set {name}, or Settings &gt; Keys.</source>
        <translation>Die Bedingungen unter {page} annehmen und ein Token setzen: baton keys set {name} oder Einstellungen &gt; Schlüssel.</translation>
    </message>
    <message>
        <source>Access to the bucket will not be recorded any more.</source>
        <translation>Zugriffe auf den Bucket werden nicht mehr aufgezeichnet.</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Account and model</source>
        <translation>Konto und Modell</translation>
    </message>
    <message>
        <source>Account for new chats</source>
        <translation>Konto für neue Chats</translation>
    </message>
    <message>
        <source>Account ids, names in ARNs, buckets, IP addresses, host names and e-mail addresses are sent as placeholders such as ACCOUNT_1, and put back into the answer and into proposed calls here.</source>
        <translation>Kontonummern, Namen in ARNs, Buckets, IP-Adressen, Rechnernamen und E-Mail-Adressen werden als Platzhalter wie ACCOUNT_1 gesendet und hier in der Antwort und in vorgeschlagenen Aufrufen wieder eingesetzt.</translation>
    </message>
    <message>
        <source>Account {account} can call the function.</source>
        <translation>Das Konto {account} kann die Funktion aufrufen.</translation>
    </message>
    <message>
        <source>Account {account} will be able to use it.</source>
        <translation>Das Konto {account} wird es verwenden können.</translation>
    </message>
    <message>
        <source>Account {number}, {arn}</source>
        <translation>Konto {number}, {arn}</translation>
    </message>
    <message>
        <source>Accounts: {names}; default: {key}.</source>
        <translation>Konten: {names}; Vorgabe: {key}.</translation>
    </message>
    <message>
        <source>Active keys of IAM users that are older than 90 days.</source>
        <translation>Aktive Schlüssel von IAM-Benutzern, die älter als 90 Tage sind.</translation>
    </message>
    <message>
        <source>Acts</source>
        <translation>Löst aus</translation>
    </message>
    <message>
        <source>Adapter {name}</source>
        <translation>Adapter {name}</translation>
    </message>
    <message>
        <source>Adapters (*.gguf);;All (*)</source>
        <translation>Adapter (*.gguf);;Alle (*)</translation>
    </message>
    <message>
        <source>Adaptive decay</source>
        <translation>Adaptives Abklingen</translation>
    </message>
    <message>
        <source>Adaptive target</source>
        <translation>Adaptives Ziel</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add a file with baton models add, or download one.</source>
        <translation>Eine Datei mit baton models add hinzufügen oder eine herunterladen.</translation>
    </message>
    <message>
        <source>Add a file you have, or download one.</source>
        <translation>Vorhandene Datei hinzufügen oder eine herunterladen.</translation>
    </message>
    <message>
        <source>Add a file…</source>
        <translation>Datei hinzufügen…</translation>
    </message>
    <message>
        <source>Add a key</source>
        <translation>Schlüssel hinzufügen</translation>
    </message>
    <message>
        <source>Add a key for {name}</source>
        <translation>Schlüssel für {name} hinzufügen</translation>
    </message>
    <message>
        <source>Add a key…</source>
        <translation>Schlüssel hinzufügen…</translation>
    </message>
    <message>
        <source>Add a model file</source>
        <translation>Eine Modelldatei hinzufügen</translation>
    </message>
    <message>
        <source>Add a parameter</source>
        <translation>Parameter hinzufügen</translation>
    </message>
    <message>
        <source>Add a parameter…</source>
        <translation>Parameter hinzufügen…</translation>
    </message>
    <message>
        <source>Add an API key</source>
        <translation>API-Schlüssel hinzufügen</translation>
    </message>
    <message>
        <source>Add an endpoint…</source>
        <translation>Einen Endpunkt hinzufügen…</translation>
    </message>
    <message>
        <source>Add an entry to {name}</source>
        <translation>Eintrag zu {name} hinzufügen</translation>
    </message>
    <message>
        <source>Add it once more.</source>
        <translation>Noch einmal hinzufügen.</translation>
    </message>
    <message>
        <source>Add the model at the end</source>
        <translation>Das Modell am Ende hinzufügen</translation>
    </message>
    <message>
        <source>Add {name} at {address}</source>
        <translation>{name} unter {address} hinzufügen</translation>
    </message>
    <message>
        <source>Add {name} of {program}</source>
        <translation>{name} von {program} hinzufügen</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Address for other programs</source>
        <translation>Adresse für andere Programme</translation>
    </message>
    <message>
        <source>Advice from IAM&apos;s simulator: it does not see the resource&apos;s own policy, nor all that the organisation forbids.</source>
        <translation>Hinweis des IAM-Simulators: Er sieht weder die Richtlinie der Ressource noch alles, was die Organisation verbietet.</translation>
    </message>
    <message>
        <source>Advice only: organisation policies can still refuse.</source>
        <translation>Nur ein Anhaltspunkt: Richtlinien der Organisation können es noch ablehnen.</translation>
    </message>
    <message>
        <source>After the first answer, the model that gave it is asked for a few words in a request that its cache serves. Off: a chat is named by its first message. A private chat is named by models on this machine alone.</source>
        <translation>Nach der ersten Antwort wird ihr Modell um ein paar Worte gebeten, in einer Anfrage, die sein Cache bedient. Aus: Ein Chat heißt nach seiner ersten Nachricht. Einen privaten Chat benennen nur Modelle auf diesem Rechner.</translation>
    </message>
    <message>
        <source>After “in” comes an account or a region.</source>
        <translation>Nach „in“ kommt ein Konto oder eine Region.</translation>
    </message>
    <message>
        <source>After “sensitive” comes “reads”.</source>
        <translation>Nach „sensitive“ kommt „reads“.</translation>
    </message>
    <message>
        <source>After: {value}</source>
        <translation>Nach: {value}</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Alarms firing</source>
        <translation>Ausgelöste Alarme</translation>
    </message>
    <message>
        <source>All</source>
        <comment>to be ticked</comment>
        <translation>Alle</translation>
    </message>
    <message>
        <source>All items of the table are lost, unless there is a backup.</source>
        <translation>Alle Elemente der Tabelle sind verloren, sofern es keine Sicherung gibt.</translation>
    </message>
    <message>
        <source>All lines go to the provider at once. You can close Baton, and go on later.</source>
        <translation>Alle Zeilen gehen auf einmal an den Anbieter. Baton kann geschlossen werden und später weitermachen.</translation>
    </message>
    <message>
        <source>All log lines of the group are lost.</source>
        <translation>Alle Protokollzeilen der Gruppe sind verloren.</translation>
    </message>
    <message>
        <source>All of the group&apos;s instances will be terminated.</source>
        <translation>Alle Instanzen der Gruppe werden terminiert.</translation>
    </message>
    <message>
        <source>All on the GPU, or not at all</source>
        <translation>Alles auf der GPU, oder gar nicht</translation>
    </message>
    <message>
        <source>All resources of the stack are deleted with it.</source>
        <translation>Alle Ressourcen des Stacks werden mit ihm gelöscht.</translation>
    </message>
    <message>
        <source>All right; nothing is done.</source>
        <translation>Gut; nichts wird getan.</translation>
    </message>
    <message>
        <source>All steps of a plan that a model proposes must be in one account.</source>
        <translation>Alle Schritte eines Plans, den ein Modell vorschlägt, müssen in einem Konto liegen.</translation>
    </message>
    <message>
        <source>All that it lists; or some, separated by commas</source>
        <translation>Alle, die er auflistet; oder einige, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>All there is</source>
        <translation>Alles, was da ist</translation>
    </message>
    <message>
        <source>All {count} lines</source>
        <translation>Alle {count} Zeilen</translation>
    </message>
    <message>
        <source>Allocation</source>
        <translation>Zuweisung</translation>
    </message>
    <message>
        <source>Allow yourself to read it, or attach another one.</source>
        <translation>Sich das Lesen erlauben oder eine andere anhängen.</translation>
    </message>
    <message>
        <source>Also when part of an answer was shown</source>
        <translation>Auch wenn schon ein Teil der Antwort zu sehen war</translation>
    </message>
    <message>
        <source>Amazon Bedrock needs an AWS profile, and there is none.</source>
        <translation>Amazon Bedrock braucht ein AWS-Profil, und es gibt keines.</translation>
    </message>
    <message>
        <source>An adapter for {name}</source>
        <translation>Ein Adapter für {name}</translation>
    </message>
    <message>
        <source>An answer as JSON cannot go on in the middle.</source>
        <translation>Eine Antwort als JSON kann nicht mittendrin fortgesetzt werden.</translation>
    </message>
    <message>
        <source>An answer can stop at one of {most} texts, and {count} were given.</source>
        <translation>Eine Antwort kann bei einem von {most} Texten enden, und {count} wurden angegeben.</translation>
    </message>
    <message>
        <source>An answer is being written in this chat.</source>
        <translation>In diesem Chat wird gerade eine Antwort geschrieben.</translation>
    </message>
    <message>
        <source>An answer is being written. Stop it, or wait for it, then try again.</source>
        <translation>Gerade wird eine Antwort geschrieben. Sie stoppen oder abwarten, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>An answer of AWS was not understood, so something may be missing here.</source>
        <translation>Eine Antwort von AWS wurde nicht verstanden; hier kann etwas fehlen.</translation>
    </message>
    <message>
        <source>An endpoint in the settings file is not used: {problem}</source>
        <translation>Ein Endpunkt der Einstellungsdatei wird nicht genutzt: {problem}</translation>
    </message>
    <message>
        <source>An endpoint&apos;s address holds no user or password; keep the key with: baton keys set NAME.</source>
        <translation>Die Adresse eines Endpunkts enthält weder Benutzer noch Passwort; den Schlüssel ablegen mit: baton keys set NAME.</translation>
    </message>
    <message>
        <source>An id holds characters that cannot be stored.</source>
        <translation>Eine ID enthält Zeichen, die sich nicht speichern lassen.</translation>
    </message>
    <message>
        <source>An object of this name, if there is one, is overwritten.</source>
        <translation>Ein Objekt dieses Namens, falls vorhanden, wird überschrieben.</translation>
    </message>
    <message>
        <source>An update may replace or delete resources.</source>
        <translation>Eine Aktualisierung kann Ressourcen ersetzen oder löschen.</translation>
    </message>
    <message numerus="yes">
        <source>And 1 more.</source>
        <comment>And {count} more.</comment>
        <translation>
            <numerusform>Und 1 weiterer.</numerusform>
            <numerusform>Und {count} weitere.</numerusform>
        </translation>
    </message>
    <message>
        <source>And every kind above that has no model of its own.</source>
        <translation>Und jede Art darüber, die kein eigenes Modell hat.</translation>
    </message>
    <message>
        <source>Another Baton has been opening the history for two minutes.</source>
        <translation>Ein anderes Baton öffnet den Verlauf seit zwei Minuten.</translation>
    </message>
    <message>
        <source>Another Baton has been writing to {name} for too long.</source>
        <translation>Ein anderes Baton schreibt schon zu lange in {name}.</translation>
    </message>
    <message>
        <source>Another Baton has the history open, so it was left as it is.</source>
        <translation>Ein anderes Baton hat den Verlauf geöffnet, daher blieb er unverändert.</translation>
    </message>
    <message>
        <source>Another account may have taken the name meanwhile.</source>
        <translation>Ein anderes Konto kann den Namen inzwischen übernommen haben.</translation>
    </message>
    <message>
        <source>Another branch can be shown when the answer is done.</source>
        <translation>Ein anderer Zweig lässt sich zeigen, sobald die Antwort fertig ist.</translation>
    </message>
    <message>
        <source>Answer again</source>
        <translation>Erneut antworten</translation>
    </message>
    <message>
        <source>Answer again instead.</source>
        <translation>Stattdessen erneut antworten lassen.</translation>
    </message>
    <message>
        <source>Answer again with another model</source>
        <translation>Mit einem anderen Modell erneut beantworten</translation>
    </message>
    <message>
        <source>Answer again with another model…</source>
        <translation>Mit einem anderen Modell antworten…</translation>
    </message>
    <message>
        <source>Answer again with…</source>
        <translation>Erneut antworten mit…</translation>
    </message>
    <message>
        <source>Answer again, or ask for what is missing.</source>
        <translation>Erneut antworten lassen oder nach dem Fehlenden fragen.</translation>
    </message>
    <message>
        <source>Answer as JSON</source>
        <translation>Antwort als JSON</translation>
    </message>
    <message>
        <source>Answer as JSON…</source>
        <translation>Als JSON antworten…</translation>
    </message>
    <message>
        <source>Answer as a tree</source>
        <translation>Antwort als Baum</translation>
    </message>
    <message>
        <source>Answer with {model}</source>
        <translation>Mit {model} antworten</translation>
    </message>
    <message>
        <source>Answer {file}</source>
        <translation>{file} beantworten</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Answers at once</source>
        <translation>Antworten gleichzeitig</translation>
    </message>
    <message>
        <source>Anthropic cannot hold an answer to a JSON schema with &apos;allOf&apos;.</source>
        <translation>Anthropic kann eine Antwort nicht auf ein JSON-Schema mit &apos;allOf&apos; festlegen.</translation>
    </message>
    <message>
        <source>Anthropic cannot hold an answer to a JSON schema with an object whose properties it does not name.</source>
        <translation>Anthropic kann eine Antwort nicht auf ein JSON-Schema mit einem Objekt festlegen, dessen Eigenschaften es nicht nennt.</translation>
    </message>
    <message>
        <source>Any server that speaks OpenAI&apos;s protocol: Ollama, llama.cpp, vLLM, Groq, OpenRouter and others.</source>
        <translation>Jeder Server, der OpenAIs Protokoll spricht: Ollama, llama.cpp, vLLM, Groq, OpenRouter und andere.</translation>
    </message>
    <message>
        <source>Any that is free</source>
        <translation>Irgendein freier</translation>
    </message>
    <message>
        <source>Anyone in the world can call the function.</source>
        <translation>Alle Welt kann die Funktion aufrufen.</translation>
    </message>
    <message>
        <source>Anyone who knows the address can call the function.</source>
        <translation>Wer die Adresse kennt, kann die Funktion aufrufen.</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Apply, save, rename or delete a named set of parameters</source>
        <translation>Einen benannten Parametersatz anwenden, speichern, umbenennen oder löschen</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivieren</translation>
    </message>
    <message>
        <source>Archive</source>
        <comment>where chats lie that are put away</comment>
        <translation>Archiv</translation>
    </message>
    <message>
        <source>Archive this chat, or take it back</source>
        <translation>Diesen Chat archivieren oder zurückholen</translation>
    </message>
    <message>
        <source>As in eu-west-1. Empty: the account&apos;s own.</source>
        <translation>Zum Beispiel eu-west-1. Leer: die des Kontos.</translation>
    </message>
    <message>
        <source>As in the settings: ask each time</source>
        <translation>Wie eingestellt: jedes Mal fragen</translation>
    </message>
    <message>
        <source>As in the settings: drop the oldest turns</source>
        <translation>Wie eingestellt: älteste Beiträge weglassen</translation>
    </message>
    <message>
        <source>As in the settings: never</source>
        <translation>Wie eingestellt: nie</translation>
    </message>
    <message>
        <source>As in the settings: send nothing</source>
        <translation>Wie eingestellt: nichts senden</translation>
    </message>
    <message>
        <source>As in the settings: summarise the oldest turns</source>
        <translation>Wie eingestellt: älteste Beiträge zusammenfassen</translation>
    </message>
    <message>
        <source>As in us-east-1; regions have different models. Empty: the profile&apos;s own.</source>
        <translation>Zum Beispiel us-east-1; Regionen haben verschiedene Modelle. Leer: die des Profils.</translation>
    </message>
    <message>
        <source>As in: writes of sqs in dev for 1h</source>
        <translation>Etwa: writes of sqs in dev for 1h</translation>
    </message>
    <message>
        <source>As local:NAME; one that does not run on this machine is refused.</source>
        <translation>Als local:NAME; eines, das nicht auf diesem Rechner läuft, wird abgelehnt.</translation>
    </message>
    <message>
        <source>As many as fit</source>
        <translation>So viele wie passen</translation>
    </message>
    <message>
        <source>As many layers as set below</source>
        <translation>So viele Schichten, wie unten angegeben</translation>
    </message>
    <message>
        <source>As much on the GPU as fits</source>
        <translation>So viel auf der GPU, wie passt</translation>
    </message>
    <message>
        <source>As provider:model, or auto to have one chosen for each message. builtin:rules understands AWS requests with no model at all.</source>
        <translation>Als Anbieter:Modell, oder auto, damit für jede Nachricht eines gewählt wird. builtin:rules versteht AWS-Anfragen ganz ohne Modell.</translation>
    </message>
    <message>
        <source>As the language is written</source>
        <translation>Wie die Sprache geschrieben wird</translation>
    </message>
    <message>
        <source>As the system says</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>As told</source>
        <translation>Wie angegeben</translation>
    </message>
    <message>
        <source>As told: no</source>
        <translation>Wie angegeben: nein</translation>
    </message>
    <message>
        <source>As told: yes</source>
        <translation>Wie angegeben: ja</translation>
    </message>
    <message>
        <source>As written</source>
        <translation>Wie geschrieben</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Erneut abfragen</translation>
    </message>
    <message>
        <source>Ask again to load it.</source>
        <translation>Noch einmal fragen, um es zu laden.</translation>
    </message>
    <message>
        <source>Ask again, and it is built.</source>
        <translation>Erneut fragen, dann wird sie aufgebaut.</translation>
    </message>
    <message>
        <source>Ask an administrator for the permission, or choose another account.</source>
        <translation>Bei der Verwaltung um die Berechtigung bitten oder ein anderes Konto wählen.</translation>
    </message>
    <message>
        <source>Ask an administrator to allow {action}, or choose another account.</source>
        <translation>Bei der Verwaltung um {action} bitten oder ein anderes Konto wählen.</translation>
    </message>
    <message>
        <source>Ask anything, or say what should happen in AWS. Nothing changes before you say yes.</source>
        <translation>Etwas fragen oder sagen, was in AWS geschehen soll. Ohne Ihre Zustimmung ändert sich nichts.</translation>
    </message>
    <message>
        <source>Ask every provider for its models again</source>
        <translation>Alle Anbieter erneut nach ihren Modellen fragen</translation>
    </message>
    <message>
        <source>Ask for access to it in the Bedrock console (Model access), or choose another model.</source>
        <translation>In der Bedrock-Konsole (Model access) Zugang dazu beantragen oder ein anderes Modell wählen.</translation>
    </message>
    <message>
        <source>Ask for it again.</source>
        <translation>Noch einmal danach fragen.</translation>
    </message>
    <message>
        <source>Ask for less, with a filter or a smaller page. After a change, look before repeating it.</source>
        <translation>Weniger anfordern, mit einem Filter oder einer kleineren Seite. Nach einer Änderung erst nachsehen, dann wiederholen.</translation>
    </message>
    <message>
        <source>Ask for more in a message of your own.</source>
        <translation>Mit einer eigenen Nachricht nach mehr fragen.</translation>
    </message>
    <message>
        <source>Ask in fewer accounts or regions.</source>
        <translation>In weniger Konten oder Regionen fragen.</translation>
    </message>
    <message>
        <source>Ask it earlier</source>
        <translation>Früher fragen</translation>
    </message>
    <message>
        <source>Ask it later</source>
        <translation>Später fragen</translation>
    </message>
    <message>
        <source>Ask one by one.</source>
        <translation>Einzeln fragen.</translation>
    </message>
    <message>
        <source>Ask without them, or choose another model.</source>
        <translation>Ohne sie fragen oder ein anderes Modell wählen.</translation>
    </message>
    <message>
        <source>Ask, or say what should happen in AWS …</source>
        <translation>Frage stellen oder sagen, was in AWS geschehen soll …</translation>
    </message>
    <message>
        <source>Asked for as</source>
        <translation>Gefragt als</translation>
    </message>
    <message>
        <source>Asked for the tool {name}</source>
        <translation>Tool {name} angefordert</translation>
    </message>
    <message>
        <source>Asked for {name}</source>
        <translation>Bat um {name}</translation>
    </message>
    <message numerus="yes">
        <source>Asked once more: 1 problem with the form of the answer</source>
        <comment>Asked once more: {count} problems with the form of the answer</comment>
        <translation>
            <numerusform>Noch einmal gefragt: {count} Problem mit der Form der Antwort</numerusform>
            <numerusform>Noch einmal gefragt: {count} Probleme mit der Form der Antwort</numerusform>
        </translation>
    </message>
    <message>
        <source>Asked {tool}:</source>
        <translation>Aufruf von {tool}:</translation>
    </message>
    <message>
        <source>Asking for its models …</source>
        <translation>Nach Modellen wird gefragt …</translation>
    </message>
    <message>
        <source>Asking the hub …</source>
        <translation>Der Hub wird gefragt …</translation>
    </message>
    <message>
        <source>Asking the keyring …</source>
        <translation>Der Schlüsselbund wird gefragt …</translation>
    </message>
    <message>
        <source>Asking this machine&apos;s ports …</source>
        <translation>Die Ports dieses Rechners werden gefragt …</translation>
    </message>
    <message>
        <source>Asking what {repository} holds …</source>
        <translation>Inhalt von {repository} wird abgefragt …</translation>
    </message>
    <message>
        <source>Asks</source>
        <translation>Fragt</translation>
    </message>
    <message>
        <source>Asks the ports of this machine that model servers usually listen on, and no other</source>
        <translation>Fragt die Ports dieses Rechners, an denen Modellserver üblicherweise lauschen, und keine anderen</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>Assistent</translation>
    </message>
    <message>
        <source>At its end: it is no TOML ({problem}).</source>
        <translation>Am Ende: Es ist kein TOML ({problem}).</translation>
    </message>
    <message>
        <source>At most {count} files go with a message.</source>
        <translation>Höchstens {count} Dateien passen an eine Nachricht.</translation>
    </message>
    <message>
        <source>At temperature 0</source>
        <translation>Bei Temperatur 0</translation>
    </message>
    <message>
        <source>At work</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>At work: {work}</source>
        <translation>In Arbeit: {work}</translation>
    </message>
    <message>
        <source>At work: {work}, and something failed</source>
        <translation>In Arbeit: {work}, und etwas ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>At work: {work}, {percent} per cent done</source>
        <translation>In Arbeit: {work}, {percent} Prozent erledigt</translation>
    </message>
    <message>
        <source>At work: {work}, {percent} per cent done, and something failed</source>
        <translation>In Arbeit: {work}, {percent} Prozent erledigt, und etwas ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>Attach a file that you may read.</source>
        <translation>Eine Datei anhängen, die gelesen werden darf.</translation>
    </message>
    <message>
        <source>Attach a file with something in it.</source>
        <translation>Eine Datei mit Inhalt anhängen.</translation>
    </message>
    <message>
        <source>Attach a file.</source>
        <translation>Eine Datei anhängen.</translation>
    </message>
    <message>
        <source>Attach a smaller file, or a part of it.</source>
        <translation>Eine kleinere Datei oder einen Teil davon anhängen.</translation>
    </message>
    <message>
        <source>Attach another file.</source>
        <translation>Eine andere Datei anhängen.</translation>
    </message>
    <message>
        <source>Attach as a file</source>
        <translation>Als Datei anhängen</translation>
    </message>
    <message>
        <source>Attach at most {most}.</source>
        <translation>Höchstens {most} anhängen.</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Dateien anhängen</translation>
    </message>
    <message>
        <source>Attach files ({keys}); or drop or paste them here</source>
        <translation>Dateien anhängen ({keys}); oder hierher ziehen oder einfügen</translation>
    </message>
    <message>
        <source>Attach files…</source>
        <translation>Dateien anhängen…</translation>
    </message>
    <message>
        <source>Attach it again.</source>
        <translation>Noch einmal anhängen.</translation>
    </message>
    <message>
        <source>Attach it in one of those forms, or paste its text.</source>
        <translation>In einer dieser Formen anhängen oder den Text einfügen.</translation>
    </message>
    <message>
        <source>Attach it once more.</source>
        <translation>Erneut anhängen.</translation>
    </message>
    <message>
        <source>Attach its text, or choose a model that reads PDFs.</source>
        <translation>Den Text anhängen oder ein Modell wählen, das PDFs liest.</translation>
    </message>
    <message>
        <source>Attach the file again.</source>
        <translation>Die Datei noch einmal anhängen.</translation>
    </message>
    <message>
        <source>Attach the file itself.</source>
        <translation>Die Datei selbst anhängen.</translation>
    </message>
    <message>
        <source>Attach the files in it.</source>
        <translation>Die darin liegenden Dateien anhängen.</translation>
    </message>
    <message>
        <source>Attach the internet gateway again</source>
        <translation>Das Internet-Gateway wieder anhängen</translation>
    </message>
    <message>
        <source>Attach the policy again</source>
        <translation>Die Richtlinie wieder anhängen</translation>
    </message>
    <message>
        <source>Attach the volume again</source>
        <translation>Das Volume wieder anhängen</translation>
    </message>
    <message>
        <source>Attached to</source>
        <translation>Angehängt an</translation>
    </message>
    <message numerus="yes">
        <source>Authorize the rule again</source>
        <comment>Authorize the {count} rules again</comment>
        <translation>
            <numerusform>Die Regel wieder erlauben</numerusform>
            <numerusform>Die {count} Regeln wieder erlauben</numerusform>
        </translation>
    </message>
    <message>
        <source>Auto Scaling group</source>
        <translation>Auto-Scaling-Gruppe</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Back to the chats</source>
        <translation>Zurück zu den Chats</translation>
    </message>
    <message>
        <source>Back to the chats (Esc)</source>
        <translation>Zurück zu den Chats (Esc)</translation>
    </message>
    <message>
        <source>Back to the default</source>
        <translation>Zurück zur Vorgabe</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Jetzt sichern</translation>
    </message>
    <message>
        <source>Back up the history</source>
        <translation>Verlauf sichern</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sicherungen</translation>
    </message>
    <message>
        <source>Backups, the newest first</source>
        <translation>Sicherungen, die neueste zuerst</translation>
    </message>
    <message>
        <source>Bahrain</source>
        <translation>Bahrain</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Ausgewogen</translation>
    </message>
    <message>
        <source>Bar chart from {begin} to {end} UTC.</source>
        <translation>Balkendiagramm von {begin} bis {end} UTC.</translation>
    </message>
    <message>
        <source>Baton cannot check unevaluatedProperties together with patternProperties; use additionalProperties.</source>
        <translation>Baton kann unevaluatedProperties nicht zusammen mit patternProperties prüfen; additionalProperties verwenden.</translation>
    </message>
    <message>
        <source>Baton cannot listen at {address}, port {port}: {why}.</source>
        <translation>Baton kann an {address}, Port {port}, nicht lauschen: {why}.</translation>
    </message>
    <message>
        <source>Baton cannot start</source>
        <translation>Baton kann nicht starten</translation>
    </message>
    <message>
        <source>Baton cannot write this into the policy without changing the rest of it, so it was left as it is.</source>
        <translation>Baton kann dies nicht in die Richtlinie schreiben, ohne den Rest zu verändern, daher blieb sie unverändert.</translation>
    </message>
    <message>
        <source>Baton could not begin this; its log says why.</source>
        <translation>Baton konnte das nicht beginnen; das Protokoll sagt, warum.</translation>
    </message>
    <message>
        <source>Baton could not finish this answer; its log says why.</source>
        <translation>Baton konnte diese Antwort nicht beenden; das Protokoll sagt, warum.</translation>
    </message>
    <message>
        <source>Baton could not finish this; its log says why.</source>
        <translation>Baton konnte dies nicht beenden; das Protokoll sagt, warum.</translation>
    </message>
    <message>
        <source>Baton could not finish this; its log says why. Nothing was sent.</source>
        <translation>Baton konnte dies nicht beenden; das Protokoll sagt, warum. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>Baton could not finish this; its log says why. Whether AWS carried it out is unknown.</source>
        <translation>Baton konnte dies nicht beenden; das Protokoll sagt, warum. Ob AWS es ausgeführt hat, ist unbekannt.</translation>
    </message>
    <message>
        <source>Baton could not look up what this touches; its log says why.</source>
        <translation>Baton konnte nicht nachsehen, was das berührt; das Protokoll sagt, warum.</translation>
    </message>
    <message>
        <source>Baton downloaded this file; removing it deletes {size} from the disk.</source>
        <translation>Baton hat diese Datei heruntergeladen; beim Entfernen werden {size} von der Festplatte gelöscht.</translation>
    </message>
    <message>
        <source>Baton ended before anybody agreed to this, so it was not run. Ask for it again if it is wanted.</source>
        <translation>Baton endete, bevor jemand zustimmte, daher lief es nicht. Bei Bedarf noch einmal danach fragen.</translation>
    </message>
    <message>
        <source>Baton ended while AWS worked on this, so whether it was carried out is unknown. Look at the resource before trying again.</source>
        <translation>Baton endete, während AWS daran arbeitete; ob es ausgeführt wurde, ist daher unbekannt. Vor einem neuen Versuch die Ressource ansehen.</translation>
    </message>
    <message>
        <source>Baton ended while this was being written.</source>
        <translation>Baton wurde beendet, während dies geschrieben wurde.</translation>
    </message>
    <message>
        <source>Baton ended while this was being written. What came is kept.</source>
        <translation>Baton wurde beendet, während dies geschrieben wurde. Was schon da war, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Baton is closing; no model is loaded any more.</source>
        <translation>Baton wird beendet; es wird kein Modell mehr geladen.</translation>
    </message>
    <message>
        <source>Baton is set to read only, so this was not carried out. Settings &gt; AWS changes that.</source>
        <translation>Baton ist auf Nur-Lesen eingestellt, daher wurde dies nicht ausgeführt. Einstellungen &gt; AWS ändert das.</translation>
    </message>
    <message>
        <source>Baton keeps no key for {provider}: the one in use comes from the environment.</source>
        <translation>Baton bewahrt keinen Schlüssel für {provider} auf: Der genutzte kommt aus der Umgebung.</translation>
    </message>
    <message>
        <source>Baton knows no way to undo that.</source>
        <translation>Baton kennt keinen Weg, das rückgängig zu machen.</translation>
    </message>
    <message>
        <source>Baton may not read it</source>
        <translation>Baton darf sie nicht lesen</translation>
    </message>
    <message>
        <source>Baton opens web addresses only, not {address!r}.</source>
        <translation>Baton öffnet nur Webadressen, nicht {address!r}.</translation>
    </message>
    <message>
        <source>Baton read this from your sentence, without a model.</source>
        <translation>Baton hat dies aus Ihrem Satz gelesen, ohne ein Modell.</translation>
    </message>
    <message>
        <source>Baton serves at {url} already.</source>
        <translation>Baton bedient bereits {url}.</translation>
    </message>
    <message>
        <source>Baton serves programs on the same machine: leave --host out, or give 127.0.0.1 or ::1.</source>
        <translation>Baton bedient Programme auf demselben Rechner: --host weglassen oder 127.0.0.1 oder ::1 angeben.</translation>
    </message>
    <message>
        <source>Baton was brought down by a fault the last time it ran. Your chats are as they were.</source>
        <translation>Baton ist beim letzten Mal durch einen Fehler abgestürzt. Die Chats sind unverändert.</translation>
    </message>
    <message>
        <source>Baton&apos;s data file of {day} ({source})</source>
        <translation>Batons Datendatei vom {day} ({source})</translation>
    </message>
    <message>
        <source>Baton&apos;s data file of {day} ({source}), which is {age} days old: prices may have changed</source>
        <translation>Batons Datendatei vom {day} ({source}); sie ist {age} Tage alt: Preise können sich geändert haben</translation>
    </message>
    <message>
        <source>Baton&apos;s own recogniser</source>
        <translation>Batons eigener Erkenner</translation>
    </message>
    <message>
        <source>Before a model is loaded, its plan says what lies where. One that is to lie on the GPU whole and does not fit is refused instead of made slow.</source>
        <translation>Bevor ein Modell geladen wird, sagt sein Plan, was wo liegt. Eines, das ganz auf der GPU liegen soll und nicht passt, wird abgelehnt statt verlangsamt.</translation>
    </message>
    <message>
        <source>Before: {value}</source>
        <translation>Vor: {value}</translation>
    </message>
    <message>
        <source>Begin with an example</source>
        <translation>Mit einem Beispiel beginnen</translation>
    </message>
    <message>
        <source>Begin with an example…</source>
        <translation>Mit einem Beispiel beginnen…</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>Bias</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>Block public access</source>
        <translation>Öffentlichen Zugriff sperren</translation>
    </message>
    <message>
        <source>Branch 1 of {count}: the one shown</source>
        <translation>Zweig 1 von {count}: der gezeigte</translation>
    </message>
    <message>
        <source>Branch {number} of {count}: {name}</source>
        <translation>Zweig {number} von {count}: {name}</translation>
    </message>
    <message>
        <source>Branches of this chat</source>
        <translation>Zweige dieses Chats</translation>
    </message>
    <message>
        <source>Break the line</source>
        <translation>Neue Zeile</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Bring the object back, by deleting its deletion marker</source>
        <translation>Das Objekt zurückholen, durch Löschen seiner Löschmarkierung</translation>
    </message>
    <message>
        <source>Bring this chat back</source>
        <translation>Diesen Chat zurückholen</translation>
    </message>
    <message>
        <source>Bucket</source>
        <translation>Bucket</translation>
    </message>
    <message>
        <source>Bucket may have letters, digits, dots, hyphens and underscores only.</source>
        <translation>Bucket darf nur Buchstaben, Ziffern, Punkte, Bindestriche und Unterstriche enthalten.</translation>
    </message>
    <message>
        <source>Bucket must be 3 to 63 characters of lower-case letters, digits, dots and hyphens.</source>
        <translation>Bucket muss aus 3 bis 63 Zeichen bestehen: Kleinbuchstaben, Ziffern, Punkte und Bindestriche.</translation>
    </message>
    <message>
        <source>Buckets that anyone on the internet may read or write, by their policy or their ACL, and that nothing blocks.</source>
        <translation>Buckets, die jeder im Internet über Richtlinie oder ACL lesen oder beschreiben darf, ohne dass etwas es sperrt.</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>Budgets</source>
        <translation>Budgets</translation>
    </message>
    <message>
        <source>Budgets of all chats…</source>
        <translation>Budgets aller Chats…</translation>
    </message>
    <message>
        <source>Budgets…</source>
        <translation>Budgets…</translation>
    </message>
    <message>
        <source>Build the list of AWS operations</source>
        <translation>Liste der AWS-Operationen aufbauen</translation>
    </message>
    <message>
        <source>Built in, no model</source>
        <translation>Eingebaut, ohne Modell</translation>
    </message>
    <message>
        <source>Busiest day %</source>
        <translation>Höchster Tageswert %</translation>
    </message>
    <message>
        <source>By a model on this machine</source>
        <translation>Durch ein Modell auf diesem Rechner</translation>
    </message>
    <message>
        <source>By a vendor&apos;s moderation endpoint</source>
        <translation>Durch den Endpunkt eines Anbieters</translation>
    </message>
    <message>
        <source>By its ACL</source>
        <translation>Durch die ACL</translation>
    </message>
    <message>
        <source>By its name it hands out a {thing}.</source>
        <translation>Dem Namen nach gibt es „{thing}“ heraus.</translation>
    </message>
    <message>
        <source>By its name it hands out an {thing}.</source>
        <translation>Dem Namen nach gibt es „{thing}“ heraus.</translation>
    </message>
    <message>
        <source>By its policy</source>
        <translation>Durch die Richtlinie</translation>
    </message>
    <message>
        <source>By what is asked</source>
        <translation>Je nach Frage</translation>
    </message>
    <message>
        <source>By your own list below, on this machine</source>
        <translation>Nach eigener Liste, auf diesem Rechner</translation>
    </message>
    <message>
        <source>Calgary</source>
        <translation>Calgary</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Aufruf</translation>
    </message>
    <message>
        <source>Call my AWS accounts by their names</source>
        <translation>AWS-Konten mit ihren Namen nennen</translation>
    </message>
    <message>
        <source>Calls at the same time</source>
        <translation>Aufrufe gleichzeitig</translation>
    </message>
    <message>
        <source>Calls of today that were no reads, with who made them, as CloudTrail has them (with some minutes&apos; delay).</source>
        <translation>Heutige Aufrufe, die nicht nur lasen, und von wem sie kamen, wie CloudTrail sie kennt (mit einigen Minuten Verzug).</translation>
    </message>
    <message>
        <source>Calls of {title} go to another address now than was shown, so nothing was sent.</source>
        <translation>Aufrufe von {title} gehen jetzt an eine andere Adresse als gezeigt, daher wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Canada</source>
        <translation>Kanada</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel at the provider</source>
        <translation>Beim Anbieter abbrechen</translation>
    </message>
    <message>
        <source>Cancel the key&apos;s deletion</source>
        <translation>Die Löschung des Schlüssels abbrechen</translation>
    </message>
    <message>
        <source>Cannot be listed</source>
        <translation>Kann nicht aufgelistet werden</translation>
    </message>
    <message>
        <source>Cannot be used now</source>
        <translation>Derzeit nicht nutzbar</translation>
    </message>
    <message>
        <source>Cape Town</source>
        <translation>Kapstadt</translation>
    </message>
    <message>
        <source>Caution</source>
        <translation>Vorsicht</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Certificate file</source>
        <translation>Zertifikatsdatei</translation>
    </message>
    <message>
        <source>Certificates in PEM form that are trusted beside the system&apos;s, for a company&apos;s proxy. Empty: none.</source>
        <translation>Zertifikate im PEM-Format, denen neben denen des Systems vertraut wird, etwa für den Proxy einer Firma. Leer: keine.</translation>
    </message>
    <message>
        <source>Certificates that end within 30 days, or have ended.</source>
        <translation>Zertifikate, die innerhalb von 30 Tagen ablaufen oder abgelaufen sind.</translation>
    </message>
    <message>
        <source>Change it in the model dock.</source>
        <translation>Im Modellbereich ändern.</translation>
    </message>
    <message>
        <source>Change it, or choose another model.</source>
        <translation>Ändern oder ein anderes Modell wählen.</translation>
    </message>
    <message>
        <source>Change it, or close it to see all rows.</source>
        <translation>Ändern oder schließen, um alle Zeilen zu sehen.</translation>
    </message>
    <message>
        <source>Change model…</source>
        <translation>Modell wechseln…</translation>
    </message>
    <message>
        <source>Change the bias in the model dock.</source>
        <translation>Den Bias im Modellbereich ändern.</translation>
    </message>
    <message>
        <source>Change the message</source>
        <translation>Nachricht ändern</translation>
    </message>
    <message>
        <source>Change the parameters in the model dock, or choose another model.</source>
        <translation>Die Parameter im Modellbereich ändern oder ein anderes Modell wählen.</translation>
    </message>
    <message>
        <source>Change the schema, or go on without one.</source>
        <translation>Das Schema ändern oder ohne eines weitermachen.</translation>
    </message>
    <message>
        <source>Change the schema…</source>
        <translation>Schema ändern…</translation>
    </message>
    <message>
        <source>Changed from {format} to {media_type}, which models take.</source>
        <translation>Von {format} in {media_type} umgewandelt, was Modelle annehmen.</translation>
    </message>
    <message>
        <source>Changes of more than {count} resources are asked about again.</source>
        <translation>Bei Änderungen an mehr als {count} Ressourcen wird noch einmal gefragt.</translation>
    </message>
    <message>
        <source>Changes to IAM and other global services will not be recorded any more.</source>
        <translation>Änderungen an IAM und anderen globalen Diensten werden nicht mehr aufgezeichnet.</translation>
    </message>
    <message>
        <source>Character {number} does not belong here.</source>
        <translation>Das Zeichen an Stelle {number} gehört nicht hierher.</translation>
    </message>
    <message>
        <source>Chart: {names}</source>
        <translation>Diagramm: {names}</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Chat Completions, which nearly every server speaks</source>
        <translation>Chat Completions, was fast jeder Server spricht</translation>
    </message>
    <message>
        <source>Chat offline and in private, with a model file you have or one to download.</source>
        <translation>Offline und privat chatten, mit einer vorhandenen Modelldatei oder einer zum Herunterladen.</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>Chats</translation>
    </message>
    <message>
        <source>Chats put away. Drop chats here to put them away.</source>
        <translation>Archivierte Chats. Chats hierher ziehen, um sie zu archivieren.</translation>
    </message>
    <message>
        <source>Chats – Baton</source>
        <translation>Chats – Baton</translation>
    </message>
    <message>
        <source>Chats, summaries and batches share one queue for each provider; chats go first. Models on this machine have limits of their own.</source>
        <translation>Chats, Zusammenfassungen und Stapel teilen sich für jeden Anbieter eine Warteschlange; Chats haben Vorrang. Modelle auf diesem Rechner haben eigene Grenzen.</translation>
    </message>
    <message>
        <source>Check HF_ENDPOINT and the proxy, and whether this network asks you to sign in.</source>
        <translation>HF_ENDPOINT und den Proxy prüfen, und ob dieses Netz eine Anmeldung verlangt.</translation>
    </message>
    <message>
        <source>Check HF_ENDPOINT.</source>
        <translation>HF_ENDPOINT prüfen.</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Check its required names, its bounds and its references to itself.</source>
        <translation>Die Pflichtnamen, die Grenzen und die Verweise auf sich selbst prüfen.</translation>
    </message>
    <message>
        <source>Check messages and answers</source>
        <translation>Nachrichten und Antworten prüfen</translation>
    </message>
    <message>
        <source>Check that the address begins with the right https or http.</source>
        <translation>Prüfen, ob die Adresse mit dem richtigen https oder http beginnt.</translation>
    </message>
    <message>
        <source>Check the address in Settings &gt; Endpoints; it usually ends in /v1.</source>
        <translation>Die Adresse unter Einstellungen &gt; Endpunkte prüfen; meist endet sie auf /v1.</translation>
    </message>
    <message>
        <source>Check the address, and whether the proxy allows it.</source>
        <translation>Die Adresse prüfen, und ob der Proxy sie zulässt.</translation>
    </message>
    <message>
        <source>Check the address, the network and the proxy.</source>
        <translation>Adresse, Netzwerk und Proxy prüfen.</translation>
    </message>
    <message>
        <source>Check the billing page of {title}.</source>
        <translation>Die Abrechnungsseite von {title} prüfen.</translation>
    </message>
    <message>
        <source>Check the clock. Behind a company&apos;s proxy, add its root certificate to the system&apos;s store, or name its file in Settings &gt; Network &gt; Certificate file.</source>
        <translation>Die Uhr prüfen. Hinter einem Firmen-Proxy dessen Stammzertifikat in den Speicher des Systems aufnehmen oder die Datei unter Einstellungen &gt; Netzwerk &gt; Zertifikatsdatei angeben.</translation>
    </message>
    <message>
        <source>Check the disk, then try again.</source>
        <translation>Den Datenträger prüfen, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>Check the disk; if it is well, restart Baton.</source>
        <translation>Den Datenträger prüfen; ist er in Ordnung, Baton neu starten.</translation>
    </message>
    <message>
        <source>Check the endpoint and the start address of the sign-in in the AWS configuration.</source>
        <translation>Den Endpunkt und die Startadresse der Anmeldung in der AWS-Konfiguration prüfen.</translation>
    </message>
    <message>
        <source>Check the folder&apos;s permissions.</source>
        <translation>Die Berechtigungen des Ordners prüfen.</translation>
    </message>
    <message>
        <source>Check the history</source>
        <translation>Den Verlauf prüfen</translation>
    </message>
    <message>
        <source>Check the history: baton history check.</source>
        <translation>Den Verlauf prüfen: baton history check.</translation>
    </message>
    <message>
        <source>Check the name on the hub&apos;s page; for a private one set a token: baton keys set {name}.</source>
        <translation>Den Namen auf der Seite des Hubs prüfen; für ein privates ein Token setzen: baton keys set {name}.</translation>
    </message>
    <message>
        <source>Check the name, and that it is in {region} of this account.</source>
        <translation>Den Namen prüfen, und ob es das in {region} dieses Kontos gibt.</translation>
    </message>
    <message>
        <source>Check the network and the proxy, and that the service exists in this region.</source>
        <translation>Netzwerk und Proxy prüfen, und ob es den Dienst in dieser Region gibt.</translation>
    </message>
    <message>
        <source>Check the network and the proxy, then try again; a download goes on where it stopped.</source>
        <translation>Netzwerk und Proxy prüfen, dann erneut versuchen; ein Download geht dort weiter, wo er aufgehört hat.</translation>
    </message>
    <message>
        <source>Check the network and try again.</source>
        <translation>Das Netzwerk prüfen und erneut versuchen.</translation>
    </message>
    <message>
        <source>Check the network, and the proxy in Settings &gt; Network or HTTPS_PROXY.</source>
        <translation>Das Netzwerk prüfen, und den Proxy unter Einstellungen &gt; Netzwerk oder in HTTPS_PROXY.</translation>
    </message>
    <message>
        <source>Check the network, the proxy and any endpoint set in the AWS configuration; after a change, look before repeating it.</source>
        <translation>Netzwerk, Proxy und jeden in der AWS-Konfiguration gesetzten Endpunkt prüfen; nach einer Änderung erst nachsehen, dann wiederholen.</translation>
    </message>
    <message>
        <source>Check the network, the proxy and the address.</source>
        <translation>Netzwerk, Proxy und Adresse prüfen.</translation>
    </message>
    <message>
        <source>Check the network, then try again; a download goes on where it stopped.</source>
        <translation>Das Netzwerk prüfen, dann erneut versuchen; ein Download geht dort weiter, wo er aufgehört hat.</translation>
    </message>
    <message>
        <source>Check the path and its permissions.</source>
        <translation>Den Pfad und seine Berechtigungen prüfen.</translation>
    </message>
    <message>
        <source>Check the path.</source>
        <translation>Den Pfad prüfen.</translation>
    </message>
    <message>
        <source>Check the proxy and any endpoint set in the AWS configuration.</source>
        <translation>Den Proxy und jeden in der AWS-Konfiguration gesetzten Endpunkt prüfen.</translation>
    </message>
    <message>
        <source>Check the region, the start address and any endpoint of the sign-in in the AWS configuration.</source>
        <translation>Die Region, die Startadresse und jeden Endpunkt der Anmeldung in der AWS-Konfiguration prüfen.</translation>
    </message>
    <message>
        <source>Check the start address of the sign-in in the AWS configuration.</source>
        <translation>Die Startadresse der Anmeldung in der AWS-Konfiguration prüfen.</translation>
    </message>
    <message>
        <source>Check what works on this machine</source>
        <translation>Prüfen, was auf diesem Rechner funktioniert</translation>
    </message>
    <message>
        <source>Checking that it fits the model&apos;s context…</source>
        <translation>Es wird geprüft, ob alles in den Kontext des Modells passt…</translation>
    </message>
    <message>
        <source>Checking the parameters…</source>
        <translation>Die Parameter werden geprüft…</translation>
    </message>
    <message>
        <source>Checking what is here already.</source>
        <translation>Vorhandenes wird geprüft.</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>Wird geprüft …</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Choose Responses where the endpoint&apos;s own documentation names it (POST /responses): reasoning models then keep their thinking from one tool call to the next. Baton does not find out by itself: many servers answer there and speak only a part of it.</source>
        <translation>Responses wählen, wo die Dokumentation des Endpunkts es nennt (POST /responses): Modelle, die nachdenken, behalten dann ihr Nachdenken von einem Werkzeugaufruf zum nächsten. Baton findet das nicht selbst heraus: Viele Server antworten dort und beherrschen nur einen Teil davon.</translation>
    </message>
    <message>
        <source>Choose a .gguf file.</source>
        <translation>Eine .gguf-Datei wählen.</translation>
    </message>
    <message>
        <source>Choose a LoRA adapter, as a GGUF file.</source>
        <translation>Einen LoRA-Adapter als GGUF-Datei wählen.</translation>
    </message>
    <message>
        <source>Choose a LoRA adapter.</source>
        <translation>Einen LoRA-Adapter wählen.</translation>
    </message>
    <message>
        <source>Choose a file that ends in .gguf, from a model&apos;s GGUF download.</source>
        <translation>Eine Datei wählen, die auf .gguf endet, aus dem GGUF-Download eines Modells.</translation>
    </message>
    <message>
        <source>Choose a local model as the judge.</source>
        <translation>Ein lokales Modell zum Urteilen wählen.</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Modell wählen</translation>
    </message>
    <message>
        <source>Choose a model and answer again.</source>
        <translation>Ein Modell wählen und erneut antworten lassen.</translation>
    </message>
    <message>
        <source>Choose a model for chat.</source>
        <translation>Ein Modell zum Chatten wählen.</translation>
    </message>
    <message>
        <source>Choose a model on this machine, or allow them in Settings &gt; Privacy.</source>
        <translation>Ein Modell auf diesem Rechner wählen oder sie unter Einstellungen &gt; Datenschutz zulassen.</translation>
    </message>
    <message>
        <source>Choose a model that does, or paste its text.</source>
        <translation>Ein Modell wählen, das es nimmt, oder den Text einfügen.</translation>
    </message>
    <message>
        <source>Choose a model that does, or take it out.</source>
        <translation>Ein Modell wählen, das Dateien nimmt, oder sie herausnehmen.</translation>
    </message>
    <message>
        <source>Choose a model that does.</source>
        <translation>Ein Modell wählen, das es tut.</translation>
    </message>
    <message>
        <source>Choose a model that generates text, such as an instruct model.</source>
        <translation>Ein Modell wählen, das Text erzeugt, etwa ein Instruct-Modell.</translation>
    </message>
    <message>
        <source>Choose a model that reads PDFs, or attach its pages as pictures.</source>
        <translation>Ein Modell wählen, das PDFs liest, oder die Seiten als Bilder anhängen.</translation>
    </message>
    <message>
        <source>Choose a model that reads PDFs, or attach its text.</source>
        <translation>Ein Modell wählen, das PDFs liest, oder den Text anhängen.</translation>
    </message>
    <message numerus="yes">
        <source>Choose a model that sees pictures, or remove it.</source>
        <comment>Choose a model that sees pictures, or remove them.</comment>
        <translation>
            <numerusform>Ein Modell wählen, das Bilder sieht, oder es entfernen.</numerusform>
            <numerusform>Ein Modell wählen, das Bilder sieht, oder sie entfernen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a model that sees pictures, or take the picture out.</source>
        <translation>Ein Modell wählen, das Bilder sieht, oder das Bild entfernen.</translation>
    </message>
    <message>
        <source>Choose a model that takes such files, or paste the text of it.</source>
        <translation>Ein Modell wählen, das solche Dateien nimmt, oder den Text einfügen.</translation>
    </message>
    <message>
        <source>Choose a model with more context, or chat without AWS.</source>
        <translation>Ein Modell mit mehr Kontext wählen oder ohne AWS chatten.</translation>
    </message>
    <message>
        <source>Choose a model, or remove the files.</source>
        <translation>Ein Modell wählen oder die Dateien entfernen.</translation>
    </message>
    <message>
        <source>Choose a newer model, or drop the schema.</source>
        <translation>Ein neueres Modell wählen oder das Schema weglassen.</translation>
    </message>
    <message>
        <source>Choose a playbook in the list.</source>
        <translation>Ein Playbook in der Liste auswählen.</translation>
    </message>
    <message>
        <source>Choose a preset</source>
        <translation>Voreinstellung wählen</translation>
    </message>
    <message>
        <source>Choose a shorter one.</source>
        <translation>Einen kürzeren wählen.</translation>
    </message>
    <message>
        <source>Choose a smaller context in Settings &gt; Local models.</source>
        <translation>Unter Einstellungen &gt; Lokale Modelle einen kleineren Kontext wählen.</translation>
    </message>
    <message>
        <source>Choose a smaller model or a smaller context, or close other programs.</source>
        <translation>Ein kleineres Modell oder einen kleineren Kontext wählen oder andere Programme schließen.</translation>
    </message>
    <message>
        <source>Choose a smaller quantisation or a smaller context, or unload other models.</source>
        <translation>Eine kleinere Quantisierung oder einen kleineren Kontext wählen oder andere Modelle entladen.</translation>
    </message>
    <message>
        <source>Choose an AWS account and region</source>
        <translation>AWS-Konto und Region wählen</translation>
    </message>
    <message>
        <source>Choose an account of your own for it.</source>
        <translation>Dafür ein eigenes Konto wählen.</translation>
    </message>
    <message>
        <source>Choose an account or a region</source>
        <translation>Konto oder Region wählen</translation>
    </message>
    <message>
        <source>Choose an adapter made for this very model, or remove it from the model.</source>
        <translation>Einen Adapter für genau dieses Modell wählen oder ihn vom Modell entfernen.</translation>
    </message>
    <message>
        <source>Choose an adapter that was made for this very model.</source>
        <translation>Einen Adapter wählen, der für genau dieses Modell gemacht wurde.</translation>
    </message>
    <message>
        <source>Choose an embedding model.</source>
        <translation>Ein Embedding-Modell wählen.</translation>
    </message>
    <message>
        <source>Choose an entry to read it whole.</source>
        <translation>Einen Eintrag auswählen, um ihn ganz zu lesen.</translation>
    </message>
    <message>
        <source>Choose an export in JSON.</source>
        <translation>Einen Export im JSON-Format wählen.</translation>
    </message>
    <message>
        <source>Choose another account, or add it with aws configure.</source>
        <translation>Ein anderes Konto wählen oder es mit aws configure hinzufügen.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>Choose another file…</source>
        <translation>Andere Datei wählen…</translation>
    </message>
    <message>
        <source>Choose another filter in Settings &gt; Moderation, or switch it off.</source>
        <translation>Unter Einstellungen &gt; Moderation einen anderen Filter wählen oder ihn ausschalten.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <translation>Anderen Ordner wählen…</translation>
    </message>
    <message>
        <source>Choose another model, or drop the schema.</source>
        <translation>Ein anderes Modell wählen oder das Schema weglassen.</translation>
    </message>
    <message>
        <source>Choose another model, or drop the turns.</source>
        <translation>Ein anderes Modell wählen oder die Beiträge weglassen.</translation>
    </message>
    <message>
        <source>Choose another model.</source>
        <translation>Ein anderes Modell wählen.</translation>
    </message>
    <message>
        <source>Choose another model…</source>
        <translation>Anderes Modell wählen …</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>Choose another port, or 0 for any that is free.</source>
        <translation>Einen anderen Port wählen, oder 0 für einen beliebigen freien.</translation>
    </message>
    <message>
        <source>Choose another region, or have it enabled in the account&apos;s settings (AWS Regions).</source>
        <translation>Eine andere Region wählen oder sie in den Einstellungen des Kontos (AWS Regions) freischalten lassen.</translation>
    </message>
    <message>
        <source>Choose another region.</source>
        <translation>Eine andere Region wählen.</translation>
    </message>
    <message>
        <source>Choose another repository.</source>
        <translation>Ein anderes Repository wählen.</translation>
    </message>
    <message>
        <source>Choose another title.</source>
        <translation>Einen anderen Titel wählen.</translation>
    </message>
    <message>
        <source>Choose another.</source>
        <translation>Einen anderen wählen.</translation>
    </message>
    <message>
        <source>Choose beforehand what to leave out: --overflow drop or --overflow summarise with baton ask, /overflow in the terminal chat, or Settings &gt; Models.</source>
        <translation>Vorab wählen, was wegfällt: --overflow drop oder --overflow summarise bei baton ask, /overflow im Chat im Terminal, oder Einstellungen &gt; Modelle.</translation>
    </message>
    <message>
        <source>Choose fewer findings at once.</source>
        <translation>Weniger Befunde auf einmal wählen.</translation>
    </message>
    <message>
        <source>Choose its name with a region before it, as in us.{model}; baton models --refresh lists those you can use.</source>
        <translation>Den Namen mit einer Region davor wählen, etwa us.{model}; baton models --refresh listet die verwendbaren auf.</translation>
    </message>
    <message>
        <source>Choose one above 1023, or 0 for any free one.</source>
        <translation>Einen über 1023 wählen, oder 0 für einen beliebigen freien.</translation>
    </message>
    <message>
        <source>Choose one from 1024 to 65535, or 0 for any that is free.</source>
        <translation>Einen von 1024 bis 65535 wählen, oder 0 für einen beliebigen freien.</translation>
    </message>
    <message>
        <source>Choose one in Settings &gt; AWS &gt; Region for Bedrock, as in us-east-1.</source>
        <translation>Unter Einstellungen &gt; AWS &gt; Region für Bedrock eine wählen, etwa us-east-1.</translation>
    </message>
    <message>
        <source>Choose one of your own messages.</source>
        <translation>Eine der eigenen Nachrichten wählen.</translation>
    </message>
    <message>
        <source>Choose one of: {names}.</source>
        <translation>Eines davon wählen: {names}.</translation>
    </message>
    <message>
        <source>Choose one up to {strongest}, such as 1 or 0.5.</source>
        <translation>Eine bis {strongest} wählen, etwa 1 oder 0.5.</translation>
    </message>
    <message>
        <source>Choose other files…</source>
        <translation>Andere Dateien wählen…</translation>
    </message>
    <message>
        <source>Choose rows to fix them; each change is shown before it is made.</source>
        <translation>Zeilen auswählen, um sie zu beheben; jede Änderung wird vorher gezeigt.</translation>
    </message>
    <message>
        <source>Choose the .gguf file in it.</source>
        <translation>Die .gguf-Datei darin wählen.</translation>
    </message>
    <message>
        <source>Choose the demo account again; it starts afresh.</source>
        <translation>Das Demokonto erneut wählen; es beginnt von vorn.</translation>
    </message>
    <message>
        <source>Choose the file of answers</source>
        <translation>Die Datei mit Antworten wählen</translation>
    </message>
    <message>
        <source>Choose the file of prompts</source>
        <translation>Die Datei mit Prompts wählen</translation>
    </message>
    <message>
        <source>Choose the model itself, or another one.</source>
        <translation>Das Modell selbst wählen oder ein anderes.</translation>
    </message>
    <message>
        <source>Choose {parameter} from what there is</source>
        <translation>{parameter} aus dem Vorhandenen auswählen</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Chosen for the model</source>
        <translation>Passend zum Modell</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Clear kept answers</source>
        <translation>Aufbewahrte Antworten löschen</translation>
    </message>
    <message>
        <source>Clear the search (Esc)</source>
        <translation>Suche leeren (Esc)</translation>
    </message>
    <message>
        <source>Clear the system prompt, or choose another model.</source>
        <translation>Den System-Prompt leeren oder ein anderes Modell wählen.</translation>
    </message>
    <message>
        <source>Clear view</source>
        <translation>Ansicht leeren</translation>
    </message>
    <message>
        <source>Clear what has ended</source>
        <translation>Beendete entfernen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Close other programs, or choose a smaller model or context.</source>
        <translation>Andere Programme schließen oder ein kleineres Modell oder einen kleineren Kontext wählen.</translation>
    </message>
    <message>
        <source>Close other programs, or choose a smaller model; local models are unloaded meanwhile.</source>
        <translation>Andere Programme schließen oder ein kleineres Modell wählen; lokale Modelle werden so lange entladen.</translation>
    </message>
    <message>
        <source>Close other programs, or look at baton doctor.</source>
        <translation>Andere Programme schließen oder mit baton doctor nachsehen.</translation>
    </message>
    <message>
        <source>Close the other windows and commands of Baton, then try again.</source>
        <translation>Die anderen Fenster und Befehle von Baton schließen, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>CloudWatch alarms that are in alarm now, and since when.</source>
        <translation>CloudWatch-Alarme, die gerade ausgelöst sind, und seit wann.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Code to write, explain, review or mend.</source>
        <translation>Code zum Schreiben, Erklären, Prüfen oder Reparieren.</translation>
    </message>
    <message>
        <source>Code, {language}</source>
        <translation>Code, {language}</translation>
    </message>
    <message>
        <source>Code, {language}, {count} lines</source>
        <translation>Code, {language}, {count} Zeilen</translation>
    </message>
    <message>
        <source>Code: {code}</source>
        <translation>Code: {code}</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>Spalten…</translation>
    </message>
    <message>
        <source>Come with Baton</source>
        <translation>Mitgeliefert</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Commands and prompts</source>
        <translation>Befehle und Prompts</translation>
    </message>
    <message>
        <source>Compare it with the paper or the file, group by group.</source>
        <translation>Gruppe für Gruppe mit dem Papier oder der Datei vergleichen.</translation>
    </message>
    <message>
        <source>Confirmation</source>
        <translation>Bestätigung</translation>
    </message>
    <message>
        <source>Considers words whose score is within so many standard deviations of the best; -1 is off.</source>
        <translation>Berücksichtigt Wörter, deren Wert höchstens so viele Standardabweichungen unter dem besten liegt; -1 schaltet es aus.</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>Context: {words}</source>
        <translation>Kontext: {words}</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Kontrast</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Conversation {number}</source>
        <translation>Chat {number}</translation>
    </message>
    <message>
        <source>Copies what was sent, without what was hidden.</source>
        <translation>Kopiert, was gesendet wurde, ohne das Verborgene.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Copy answer as Markdown</source>
        <translation>Antwort als Markdown kopieren</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>Als JSON kopieren</translation>
    </message>
    <message>
        <source>Copy as {form}</source>
        <translation>Als {form} kopieren</translation>
    </message>
    <message>
        <source>Copy cell</source>
        <translation>Zelle kopieren</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>Code kopieren</translation>
    </message>
    <message>
        <source>Copy column</source>
        <translation>Spalte kopieren</translation>
    </message>
    <message>
        <source>Copy message</source>
        <translation>Nachricht kopieren</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Copy row</source>
        <translation>Zeile kopieren</translation>
    </message>
    <message>
        <source>Copy the JSON</source>
        <translation>JSON kopieren</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Copy the findings as text</source>
        <translation>Die Befunde als Text kopieren</translation>
    </message>
    <message>
        <source>Copy the key</source>
        <translation>Schlüssel kopieren</translation>
    </message>
    <message>
        <source>Copy the key alone.</source>
        <translation>Nur den Schlüssel kopieren.</translation>
    </message>
    <message>
        <source>Copy the message, or the last answer</source>
        <translation>Nachricht oder letzte Antwort kopieren</translation>
    </message>
    <message>
        <source>Copy the path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Copy the result…</source>
        <translation>Ergebnis kopieren…</translation>
    </message>
    <message>
        <source>Copy this value</source>
        <translation>Diesen Wert kopieren</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Correct facts</source>
        <translation>Angaben berichtigen</translation>
    </message>
    <message>
        <source>Correct facts…</source>
        <translation>Angaben korrigieren…</translation>
    </message>
    <message>
        <source>Correct the schema.</source>
        <translation>Das Schema berichtigen.</translation>
    </message>
    <message>
        <source>Correct what is said of this model…</source>
        <translation>Angaben zu diesem Modell berichtigen…</translation>
    </message>
    <message>
        <source>Corrected by you</source>
        <translation>Von Ihnen berichtigt</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Cost by service</source>
        <translation>Kosten nach Dienst</translation>
    </message>
    <message>
        <source>Cost of its {count} requests: {costs}</source>
        <translation>Kosten der {count} Anfragen: {costs}</translation>
    </message>
    <message>
        <source>Cost: {cost}</source>
        <translation>Kosten: {cost}</translation>
    </message>
    <message>
        <source>Create one first, or ask in other accounts.</source>
        <translation>Zuerst etwas anlegen oder in anderen Konten fragen.</translation>
    </message>
    <message>
        <source>Create the alarms again</source>
        <translation>Die Alarme wieder anlegen</translation>
    </message>
    <message>
        <source>Create the bucket again, with its settings</source>
        <translation>Den Bucket mit seinen Einstellungen wieder anlegen</translation>
    </message>
    <message>
        <source>Create the group again</source>
        <translation>Die Gruppe wieder anlegen</translation>
    </message>
    <message>
        <source>Create the role again</source>
        <translation>Die Rolle wieder anlegen</translation>
    </message>
    <message>
        <source>Create the route again</source>
        <translation>Die Route wieder anlegen</translation>
    </message>
    <message>
        <source>Create the user again</source>
        <translation>Den Benutzer wieder anlegen</translation>
    </message>
    <message>
        <source>Created days ago</source>
        <translation>Vor Tagen erstellt</translation>
    </message>
    <message>
        <source>Creative</source>
        <translation>Kreativ</translation>
    </message>
    <message>
        <source>Credentials from the environment</source>
        <translation>Zugangsdaten aus der Umgebung</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>Ctrl+N</source>
        <translation>Strg+N</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>DNS zone</source>
        <translation>DNS-Zone</translation>
    </message>
    <message>
        <source>DRY allowed length</source>
        <translation>DRY: erlaubte Länge</translation>
    </message>
    <message>
        <source>DRY base</source>
        <translation>DRY-Basis</translation>
    </message>
    <message>
        <source>DRY breakers</source>
        <translation>DRY: Trenner</translation>
    </message>
    <message>
        <source>DRY looks back</source>
        <translation>DRY: Rückblick</translation>
    </message>
    <message>
        <source>DRY strength</source>
        <translation>DRY-Stärke</translation>
    </message>
    <message>
        <source>DRY: whole phrases repeated</source>
        <translation>DRY: wiederholte ganze Wendungen</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Data in {data}; {free} GiB free.</source>
        <translation>Daten in {data}; {free} GiB frei.</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Days left</source>
        <translation>Verbleibende Tage</translation>
    </message>
    <message>
        <source>Days measured</source>
        <translation>Gemessene Tage</translation>
    </message>
    <message>
        <source>Deactivate the user&apos;s oldest key</source>
        <translation>Den ältesten Schlüssel des Benutzers deaktivieren</translation>
    </message>
    <message>
        <source>Debug</source>
        <translation>Fehlersuche</translation>
    </message>
    <message>
        <source>Decrypt</source>
        <translation>Entschlüsseln</translation>
    </message>
    <message>
        <source>Decrypt the history and its backups</source>
        <translation>Verlauf und Sicherungen entschlüsseln</translation>
    </message>
    <message>
        <source>Decrypt…</source>
        <translation>Entschlüsseln…</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Endgültig löschen</translation>
    </message>
    <message>
        <source>Delete for good…</source>
        <translation>Endgültig löschen…</translation>
    </message>
    <message>
        <source>Delete from here on</source>
        <translation>Ab hier löschen</translation>
    </message>
    <message>
        <source>Delete from this message on</source>
        <translation>Ab dieser Nachricht löschen</translation>
    </message>
    <message>
        <source>Delete takes that back</source>
        <translation>Entf nimmt das zurück</translation>
    </message>
    <message>
        <source>Delete the alarm that was created</source>
        <translation>Den erstellten Alarm löschen</translation>
    </message>
    <message>
        <source>Delete the chat instead.</source>
        <translation>Stattdessen den Chat löschen.</translation>
    </message>
    <message>
        <source>Delete the chat selected in the list</source>
        <translation>In der Liste ausgewählten Chat löschen</translation>
    </message>
    <message>
        <source>Delete the file</source>
        <translation>Datei löschen</translation>
    </message>
    <message>
        <source>Delete the filter that was put</source>
        <translation>Den gesetzten Filter löschen</translation>
    </message>
    <message>
        <source>Delete the new route</source>
        <translation>Die neue Route löschen</translation>
    </message>
    <message>
        <source>Delete the new version of the policy</source>
        <translation>Die neue Version der Richtlinie löschen</translation>
    </message>
    <message>
        <source>Delete the rule that was created</source>
        <translation>Die erstellte Regel löschen</translation>
    </message>
    <message>
        <source>Delete the turn</source>
        <translation>Beitrag löschen</translation>
    </message>
    <message>
        <source>Delete the turn that has the focus</source>
        <translation>Beitrag löschen, der den Fokus hat</translation>
    </message>
    <message>
        <source>Delete the version just written</source>
        <translation>Die eben geschriebene Version löschen</translation>
    </message>
    <message>
        <source>Delete the volume</source>
        <translation>Das Volume löschen</translation>
    </message>
    <message>
        <source>Delete this answer and what follows it</source>
        <translation>Diese Antwort und alles danach löschen</translation>
    </message>
    <message>
        <source>Delete this chat</source>
        <translation>Diesen Chat löschen</translation>
    </message>
    <message>
        <source>Delete this message with its answers</source>
        <translation>Diese Nachricht mit ihren Antworten löschen</translation>
    </message>
    <message>
        <source>Delete {what} that was created</source>
        <translation>Neu Erstelltes löschen: {what}</translation>
    </message>
    <message>
        <source>Delete {what} that was created.</source>
        <translation>Neu Erstelltes löschen: {what}.</translation>
    </message>
    <message>
        <source>Deleted chats lie here for {days} days. Drop chats here to delete them.</source>
        <translation>Gelöschte Chats liegen hier {days} Tage. Chats hierher ziehen, um sie zu löschen.</translation>
    </message>
    <message>
        <source>Demo account</source>
        <translation>Demokonto</translation>
    </message>
    <message>
        <source>Deregister the targets again</source>
        <translation>Die Ziele wieder abmelden</translation>
    </message>
    <message>
        <source>Detach the internet gateway again</source>
        <translation>Das Internet-Gateway wieder abhängen</translation>
    </message>
    <message>
        <source>Detach the policy again</source>
        <translation>Die Richtlinie wieder abhängen</translation>
    </message>
    <message>
        <source>Detach the volume again</source>
        <translation>Das Volume wieder abhängen</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Details: {facts}</source>
        <translation>Einzelheiten: {facts}</translation>
    </message>
    <message>
        <source>Did you mean {names}?</source>
        <translation>Ist {names} gemeint?</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Schreibrichtung</translation>
    </message>
    <message>
        <source>Disable the key again</source>
        <translation>Den Schlüssel wieder ausschalten</translation>
    </message>
    <message>
        <source>Disable the rule again</source>
        <translation>Die Regel wieder ausschalten</translation>
    </message>
    <message>
        <source>Divides the score of words used lately; 1 leaves them alone, 1.1 is mild.</source>
        <translation>Teilt die Bewertung kürzlich verwendeter Wörter; 1 lässt sie unverändert, 1,1 ist mild.</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>Fertig.</translation>
    </message>
    <message>
        <source>Done: all {count} steps.</source>
        <translation>Erledigt: alle {count} Schritte.</translation>
    </message>
    <message>
        <source>Done: {operation}</source>
        <translation>Erledigt: {operation}</translation>
    </message>
    <message>
        <source>Done: {what}. Run the playbook again to see what is left.</source>
        <translation>Erledigt: {what}. Das Playbook erneut ausführen, um zu sehen, was übrig ist.</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Download it again; the damaged part was deleted.</source>
        <translation>Noch einmal herunterladen; der beschädigte Teil wurde gelöscht.</translation>
    </message>
    <message>
        <source>Download the file again.</source>
        <translation>Die Datei noch einmal herunterladen.</translation>
    </message>
    <message>
        <source>Download the model again.</source>
        <translation>Das Modell noch einmal herunterladen.</translation>
    </message>
    <message>
        <source>Download the usual, little-endian file.</source>
        <translation>Die übliche Little-Endian-Datei herunterladen.</translation>
    </message>
    <message>
        <source>Download {name}</source>
        <translation>{name} herunterladen</translation>
    </message>
    <message>
        <source>Downloaded</source>
        <translation>Heruntergeladen</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>Downloads</translation>
    </message>
    <message>
        <source>Downloads are switched off by HF_HUB_OFFLINE.</source>
        <translation>Downloads sind durch HF_HUB_OFFLINE abgeschaltet.</translation>
    </message>
    <message numerus="yes">
        <source>Drop the oldest turn</source>
        <comment>Drop the {count} oldest turns</comment>
        <translation>
            <numerusform>Den ältesten Beitrag weglassen</numerusform>
            <numerusform>Die {count} ältesten Beiträge weglassen</numerusform>
        </translation>
    </message>
    <message>
        <source>Drop the oldest turns instead, or start a new chat.</source>
        <translation>Stattdessen die ältesten Beiträge weglassen oder einen neuen Chat beginnen.</translation>
    </message>
    <message>
        <source>Dry run: AWS would carry it out.</source>
        <translation>Probelauf: AWS würde es ausführen.</translation>
    </message>
    <message>
        <source>Dry run: AWS would refuse it ({actions}).</source>
        <translation>Probelauf: AWS würde es ablehnen ({actions}).</translation>
    </message>
    <message>
        <source>Dry run: AWS would refuse it.</source>
        <translation>Probelauf: AWS würde es ablehnen.</translation>
    </message>
    <message>
        <source>Dry run: came to nothing.</source>
        <translation>Probelauf: ohne Ergebnis.</translation>
    </message>
    <message>
        <source>Dry run: nothing was changed</source>
        <translation>Probelauf: nichts wurde geändert</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Duplicate it first.</source>
        <translation>Zuerst duplizieren.</translation>
    </message>
    <message>
        <source>Dynamic temperature</source>
        <translation>Dynamische Temperatur</translation>
    </message>
    <message>
        <source>Dynamic temperature&apos;s exponent</source>
        <translation>Exponent der dynamischen Temperatur</translation>
    </message>
    <message>
        <source>EBS volumes that no instance uses. They cost the same as attached ones.</source>
        <translation>EBS-Volumes, die keine Instanz nutzt. Sie kosten so viel wie angehängte.</translation>
    </message>
    <message>
        <source>EBS volumes whose data is not encrypted at rest. A copy of a snapshot can be; the volume itself cannot.</source>
        <translation>EBS-Volumes, deren Daten nicht verschlüsselt sind. Die Kopie eines Snapshots kann es sein, das Volume selbst nicht.</translation>
    </message>
    <message>
        <source>EC2 could not be asked for a dry run in time.</source>
        <translation>EC2 konnte nicht rechtzeitig um einen Probelauf gebeten werden.</translation>
    </message>
    <message>
        <source>EC2 could not be asked: {error}</source>
        <translation>EC2 konnte nicht gefragt werden: {error}</translation>
    </message>
    <message>
        <source>EC2 would carry it out. {limits}</source>
        <translation>EC2 würde es ausführen. {limits}</translation>
    </message>
    <message>
        <source>EC2 would refuse it: {error}</source>
        <translation>EC2 würde es ablehnen: {error}</translation>
    </message>
    <message>
        <source>Each line of the first file is a prompt: a text in quotes, or an object with a “prompt” or “messages”. Each line of the second is an answer. A local model works on several at once.</source>
        <translation>Jede Zeile der ersten Datei ist ein Prompt: ein Text in Anführungszeichen oder ein Objekt mit „prompt“ oder „messages“. Jede Zeile der zweiten ist eine Antwort. Ein lokales Modell arbeitet an mehreren zugleich.</translation>
    </message>
    <message>
        <source>Each message goes to the model set for its kind in Settings &gt; Routing; where none is, to {usual}.</source>
        <translation>Jede Nachricht geht an das Modell, das für ihre Art unter Einstellungen &gt; Routing festgelegt ist; sonst an {usual}.</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Edit and send as a new version</source>
        <translation>Bearbeiten und als neue Version senden</translation>
    </message>
    <message>
        <source>Edit message</source>
        <translation>Nachricht bearbeiten</translation>
    </message>
    <message>
        <source>Edit policy.toml by hand.</source>
        <translation>policy.toml von Hand bearbeiten.</translation>
    </message>
    <message>
        <source>Edit policy.toml.</source>
        <translation>policy.toml bearbeiten.</translation>
    </message>
    <message>
        <source>Edit the message, or your last one</source>
        <translation>Nachricht bearbeiten, oder die letzte eigene</translation>
    </message>
    <message>
        <source>Edit {name}</source>
        <translation>{name} bearbeiten</translation>
    </message>
    <message>
        <source>Elastic IP</source>
        <translation>Elastic IP</translation>
    </message>
    <message>
        <source>Elastic IP addresses that lead nowhere. AWS charges for each public address by the hour.</source>
        <translation>Elastic-IP-Adressen, die nirgendwohin führen. AWS berechnet jede öffentliche Adresse nach Stunden.</translation>
    </message>
    <message>
        <source>Elastic IP {addresses}</source>
        <translation>Elastic IP {addresses}</translation>
    </message>
    <message>
        <source>Empty bin…</source>
        <translation>Papierkorb leeren…</translation>
    </message>
    <message>
        <source>Empty the system prompt of this chat and of the settings, or choose another model.</source>
        <translation>Den System-Prompt dieses Chats und der Einstellungen leeren oder ein anderes Modell wählen.</translation>
    </message>
    <message>
        <source>Enable the key again</source>
        <translation>Den Schlüssel wieder einschalten</translation>
    </message>
    <message>
        <source>Enable the rule again</source>
        <translation>Die Regel wieder einschalten</translation>
    </message>
    <message>
        <source>Encrypt</source>
        <translation>Verschlüsseln</translation>
    </message>
    <message>
        <source>Encrypt every new volume of the region</source>
        <translation>Jedes neue Volume der Region verschlüsseln</translation>
    </message>
    <message>
        <source>Encrypt the history and its backups</source>
        <translation>Verlauf und Sicherungen verschlüsseln</translation>
    </message>
    <message>
        <source>Encrypt the history and its backups? Writing stops meanwhile, for seconds or, where it is large, minutes.</source>
        <translation>Den Verlauf und seine Sicherungen verschlüsseln? Solange ruht das Schreiben, für Sekunden oder, wo er groß ist, Minuten.</translation>
    </message>
    <message>
        <source>Encrypted histories cannot be opened here: SQLCipher is missing.</source>
        <translation>Verschlüsselte Verläufe lassen sich hier nicht öffnen: SQLCipher fehlt.</translation>
    </message>
    <message>
        <source>Encrypted, nobody can read the history and its backups without the key, which is in the keyring of your system. Where the keyring is lost, only the recovery key opens them: save or print it once they are encrypted.</source>
        <translation>Verschlüsselt kann niemand den Verlauf und seine Sicherungen ohne den Schlüssel lesen, der im Schlüsselbund des Systems liegt. Ist der Schlüsselbund verloren, öffnet sie nur der Wiederherstellungsschlüssel: nach dem Verschlüsseln speichern oder ausdrucken.</translation>
    </message>
    <message>
        <source>Encrypt…</source>
        <translation>Verschlüsseln…</translation>
    </message>
    <message>
        <source>End now</source>
        <translation>Jetzt beenden</translation>
    </message>
    <message>
        <source>End now: {rule}</source>
        <translation>Jetzt beenden: {rule}</translation>
    </message>
    <message>
        <source>Endpoint that judges</source>
        <translation>Endpunkt, der urteilt</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>Endpunkte</translation>
    </message>
    <message>
        <source>Endpoints…</source>
        <translation>Endpunkte…</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>Enter opens a row or what is in a cell.</source>
        <translation>Eingabe öffnet eine Zeile oder den Inhalt einer Zelle.</translation>
    </message>
    <message>
        <source>Enter opens it</source>
        <translation>Eingabe öffnet</translation>
    </message>
    <message>
        <source>Enter opens it, Delete removes it</source>
        <translation>Eingabe öffnet, Entf entfernt</translation>
    </message>
    <message>
        <source>Enter sends, Shift and Enter break the line, Escape stops the answer</source>
        <translation>Eingabe sendet, Umschalt und Eingabe beginnt eine neue Zeile, Esc hält die Antwort an</translation>
    </message>
    <message>
        <source>Enter shows a branch, Left goes to where it begins, Right to its versions, Delete deletes it</source>
        <translation>Eingabe zeigt einen Zweig, Links geht zu seinem Anfang, Rechts zu seinen Versionen, Entf löscht ihn</translation>
    </message>
    <message>
        <source>Enter the recovery key that you saved (Settings &gt; History, or baton history recover), or put back the right one from your keyring&apos;s backup; the history was left as it is.</source>
        <translation>Den gespeicherten Wiederherstellungsschlüssel eingeben (Einstellungen &gt; Verlauf oder baton history recover) oder den richtigen Schlüssel aus der Sicherung des Schlüsselbunds zurückholen; der Verlauf blieb unverändert.</translation>
    </message>
    <message>
        <source>Enter the recovery key…</source>
        <translation>Wiederherstellungsschlüssel eingeben…</translation>
    </message>
    <message>
        <source>Entries of the log</source>
        <translation>Einträge des Protokolls</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Even with its summary in their place the chat does not fit.</source>
        <translation>Selbst mit der Zusammenfassung an ihrer Stelle passt der Chat nicht.</translation>
    </message>
    <message>
        <source>Events that AWS deleted meanwhile are gone.</source>
        <translation>Ereignisse, die AWS inzwischen gelöscht hat, sind weg.</translation>
    </message>
    <message>
        <source>Every AWS account will be able to copy it.</source>
        <translation>Jedes AWS-Konto wird es kopieren können.</translation>
    </message>
    <message>
        <source>Every answer of this chat will be JSON that follows this schema. It is checked, and a model whose answer does not follow it is asked once more. The model gets no AWS tools meanwhile, unless the chat names an account.</source>
        <translation>Jede Antwort dieses Chats wird JSON nach diesem Schema sein. Sie wird geprüft, und ein Modell, dessen Antwort ihm nicht folgt, wird noch einmal gefragt. Das Modell bekommt solange keine AWS-Werkzeuge, außer der Chat nennt ein Konto.</translation>
    </message>
    <message>
        <source>Every model in one window. Every AWS call shown before it runs.</source>
        <translation>Alle Modelle in einem Fenster. Jeder AWS-Aufruf wird gezeigt, bevor er läuft.</translation>
    </message>
    <message>
        <source>Every page is being read…</source>
        <translation>Jede Seite wird gelesen…</translation>
    </message>
    <message>
        <source>Every physical core</source>
        <translation>Jeder physische Kern</translation>
    </message>
    <message>
        <source>Every port</source>
        <translation>Jeder Port</translation>
    </message>
    <message>
        <source>Every step that is no plain read is asked about by itself.</source>
        <translation>Nach jedem Schritt, der nicht nur liest, wird einzeln gefragt.</translation>
    </message>
    <message>
        <source>Everyone with any AWS account can read the layer.</source>
        <translation>Jeder mit irgendeinem AWS-Konto kann die Schicht lesen.</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Everything as JSON ({count} characters)</source>
        <translation>Alles als JSON ({count} Zeichen)</translation>
    </message>
    <message>
        <source>Everything else</source>
        <translation>Alles andere</translation>
    </message>
    <message>
        <source>Everything in the bin will be deleted for good, with its messages and files.</source>
        <translation>Alles im Papierkorb wird endgültig gelöscht, mit allen Nachrichten und Dateien.</translation>
    </message>
    <message>
        <source>Everything it recorded is lost.</source>
        <translation>Alles Aufgezeichnete ist verloren.</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Expiring certificates</source>
        <translation>Ablaufende Zertifikate</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Export a chat to {file}</source>
        <translation>Chat nach {file} exportieren</translation>
    </message>
    <message>
        <source>Export all chats to {file}</source>
        <translation>Alle Chats nach {file} exportieren</translation>
    </message>
    <message>
        <source>Export as JSON…</source>
        <translation>Als JSON exportieren…</translation>
    </message>
    <message>
        <source>Export as Markdown…</source>
        <translation>Als Markdown exportieren…</translation>
    </message>
    <message>
        <source>Export everything…</source>
        <translation>Alles exportieren…</translation>
    </message>
    <message>
        <source>Export it again.</source>
        <translation>Sie noch einmal exportieren.</translation>
    </message>
    <message>
        <source>Export this chat as JSON…</source>
        <translation>Diesen Chat als JSON exportieren…</translation>
    </message>
    <message>
        <source>Export this chat as Markdown…</source>
        <translation>Diesen Chat als Markdown exportieren…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>File of answers</source>
        <translation>Datei mit Antworten</translation>
    </message>
    <message>
        <source>File of prompts</source>
        <translation>Datei mit Prompts</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Files to be sent</source>
        <translation>Dateien, die gesendet werden</translation>
    </message>
    <message>
        <source>Filter findings</source>
        <translation>Befunde filtern</translation>
    </message>
    <message>
        <source>Filter rows</source>
        <translation>Zeilen filtern</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filters of the search</source>
        <translation>Filter der Suche</translation>
    </message>
    <message>
        <source>Find a model on Hugging Face</source>
        <translation>Ein Modell auf Hugging Face finden</translation>
    </message>
    <message>
        <source>Find a playbook</source>
        <translation>Playbook suchen</translation>
    </message>
    <message>
        <source>Find a prompt</source>
        <translation>Einen Prompt finden</translation>
    </message>
    <message>
        <source>Find in the log</source>
        <translation>Im Protokoll suchen</translation>
    </message>
    <message>
        <source>Find in this chat</source>
        <translation>In diesem Chat suchen</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>Weitersuchen</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>Rückwärts suchen</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Findings of a security review</source>
        <translation>Befunde einer Sicherheitsprüfung</translation>
    </message>
    <message>
        <source>Finished: {progress}.</source>
        <translation>Fertig: {progress}.</translation>
    </message>
    <message>
        <source>First word after {duration}</source>
        <translation>Erstes Wort nach {duration}</translation>
    </message>
    <message>
        <source>Fits</source>
        <translation>Passt</translation>
    </message>
    <message>
        <source>Fits partly</source>
        <translation>Passt teilweise</translation>
    </message>
    <message>
        <source>Fix the key…</source>
        <translation>Schlüssel berichtigen …</translation>
    </message>
    <message>
        <source>Fix what was found</source>
        <translation>Beheben, was gefunden wurde</translation>
    </message>
    <message>
        <source>Fix…</source>
        <translation>Beheben…</translation>
    </message>
    <message>
        <source>Flash attention</source>
        <translation>Flash Attention</translation>
    </message>
    <message>
        <source>Flash attention is off: models of the kind {kind!r} do without it.</source>
        <translation>Flash Attention ist aus: Modelle der Art {kind!r} kommen ohne aus.</translation>
    </message>
    <message>
        <source>Flash attention is on: keys and values of {words} need it.</source>
        <translation>Flash Attention ist an: Schlüssel und Werte mit {words} brauchen sie.</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>Zuklappen</translation>
    </message>
    <message>
        <source>Fold it</source>
        <translation>Zuklappen</translation>
    </message>
    <message>
        <source>Folded</source>
        <translation>Zugeklappt</translation>
    </message>
    <message>
        <source>Folder {name}, {chats}, closed</source>
        <translation>Ordner {name}, {chats}, geschlossen</translation>
    </message>
    <message>
        <source>Folder {name}, {chats}, open</source>
        <translation>Ordner {name}, {chats}, geöffnet</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Follow the end</source>
        <translation>Ans Ende folgen</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Follow the system, or always light or dark.</source>
        <translation>Wie das System, oder immer hell oder dunkel.</translation>
    </message>
    <message>
        <source>For Anthropic, OpenAI or another provider. It stays in your system&apos;s keyring.</source>
        <translation>Für Anthropic, OpenAI oder einen anderen Anbieter. Er bleibt im Schlüsselbund des Systems.</translation>
    </message>
    <message>
        <source>For a conversation about anything else, choose a model. Add a key in Settings &gt; Keys, or: `baton keys set anthropic`. Or get one that runs here in Settings &gt; Model files, or: `baton models pull REPOSITORY`.</source>
        <translation>Für ein Gespräch über anderes ein Modell wählen. Einen Schlüssel unter Einstellungen &gt; Schlüssel hinzufügen oder mit `baton keys set anthropic`. Oder eines holen, das hier läuft: Einstellungen &gt; Modelldateien oder `baton models pull REPOSITORY`.</translation>
    </message>
    <message>
        <source>For a message</source>
        <translation>Für eine Nachricht</translation>
    </message>
    <message>
        <source>For a model you have</source>
        <translation>Für ein vorhandenes Modell</translation>
    </message>
    <message>
        <source>For each message the model set for its kind, in Routing</source>
        <translation>Für jede Nachricht das unter Routing für ihre Art festgelegte Modell</translation>
    </message>
    <message>
        <source>For embeddings</source>
        <translation>Für Embeddings</translation>
    </message>
    <message>
        <source>For example: {example}</source>
        <translation>Zum Beispiel: {example}</translation>
    </message>
    <message>
        <source>For one question in several accounts and regions.</source>
        <translation>Für eine Frage in mehreren Konten und Regionen.</translation>
    </message>
    <message>
        <source>For reviews</source>
        <translation>Für Reviews</translation>
    </message>
    <message>
        <source>For the system prompt</source>
        <translation>Für den System-Prompt</translation>
    </message>
    <message>
        <source>For this chat; nothing is deleted from the history</source>
        <translation>Für diesen Chat; aus dem Verlauf wird nichts gelöscht</translation>
    </message>
    <message>
        <source>For {days} days the deletion can be cancelled; then all that the key encrypted is lost for good.</source>
        <translation>{days} Tage lang lässt sich die Löschung abbrechen; dann ist alles, was der Schlüssel verschlüsselt hat, endgültig verloren.</translation>
    </message>
    <message>
        <source>For {days} days the deletion can be taken back; then the secret is gone for good.</source>
        <translation>{days} Tage lang lässt sich die Löschung zurücknehmen; dann ist das Secret endgültig weg.</translation>
    </message>
    <message>
        <source>Force is set: what would otherwise stop it is passed over.</source>
        <translation>Force ist gesetzt: Was sonst aufhalten würde, wird übergangen.</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>Prognose</translation>
    </message>
    <message>
        <source>Formulas: {formulas}</source>
        <translation>Formeln: {formulas}</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Found models</source>
        <translation>Gefundene Modelle</translation>
    </message>
    <message>
        <source>Found on this machine</source>
        <translation>Auf diesem Rechner gefunden</translation>
    </message>
    <message>
        <source>Frankfurt</source>
        <translation>Frankfurt</translation>
    </message>
    <message>
        <source>Free its memory</source>
        <translation>Seinen Speicher freigeben</translation>
    </message>
    <message>
        <source>Free some space on that disk.</source>
        <translation>Auf diesem Datenträger etwas Platz schaffen.</translation>
    </message>
    <message>
        <source>Free some space, or choose a smaller file.</source>
        <translation>Platz schaffen oder eine kleinere Datei wählen.</translation>
    </message>
    <message>
        <source>Free some space, or make the folder writable.</source>
        <translation>Platz schaffen oder den Ordner beschreibbar machen.</translation>
    </message>
    <message>
        <source>Free some space, then go on with --resume; every finished line is kept.</source>
        <translation>Etwas Platz schaffen, dann mit --resume weitermachen; jede fertige Zeile bleibt erhalten.</translation>
    </message>
    <message>
        <source>Free some space, then start the download again: it goes on where it stopped.</source>
        <translation>Platz schaffen, dann den Download noch einmal starten: Er geht dort weiter, wo er aufgehört hat.</translation>
    </message>
    <message>
        <source>Free some space, then try again; what was saved before is still there.</source>
        <translation>Etwas Platz schaffen, dann erneut versuchen; was zuvor gespeichert wurde, ist noch da.</translation>
    </message>
    <message>
        <source>Free some space; the backups that there are, and the history, are untouched.</source>
        <translation>Etwas Platz schaffen; die vorhandenen Sicherungen und der Verlauf sind unberührt.</translation>
    </message>
    <message>
        <source>Free space…</source>
        <translation>Platz schaffen …</translation>
    </message>
    <message>
        <source>Free text</source>
        <translation>Freier Text</translation>
    </message>
    <message>
        <source>Free text again</source>
        <translation>Wieder freier Text</translation>
    </message>
    <message>
        <source>Frees the memory of a local model that is not used; 0 keeps it.</source>
        <translation>Gibt den Speicher eines unbenutzten lokalen Modells frei; 0 behält es.</translation>
    </message>
    <message>
        <source>Frequency penalty</source>
        <translation>Häufigkeitsabzug</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>Aus einer Datei…</translation>
    </message>
    <message>
        <source>From left to right</source>
        <translation>Von links nach rechts</translation>
    </message>
    <message>
        <source>From port</source>
        <translation>Von Port</translation>
    </message>
    <message>
        <source>From right to left</source>
        <translation>Von rechts nach links</translation>
    </message>
    <message>
        <source>From the library…</source>
        <translation>Aus der Bibliothek…</translation>
    </message>
    <message>
        <source>From “{name}” of the library.</source>
        <translation>Aus „{name}“ der Bibliothek.</translation>
    </message>
    <message>
        <source>From: {source}.</source>
        <translation>Quelle: {source}.</translation>
    </message>
    <message>
        <source>Full: {amount}</source>
        <translation>Voll: {amount}</translation>
    </message>
    <message>
        <source>Gated</source>
        <translation>Zugang beschränkt</translation>
    </message>
    <message>
        <source>Gathering …</source>
        <translation>Wird zusammengestellt …</translation>
    </message>
    <message>
        <source>Get a local model</source>
        <translation>Lokales Modell holen</translation>
    </message>
    <message>
        <source>Get a local model (Settings &gt; Model files, or: baton models pull REPOSITORY), or ask without keeping it private.</source>
        <translation>Ein lokales Modell holen (Einstellungen &gt; Modelldateien, oder: baton models pull REPOSITORY) oder fragen, ohne es privat zu halten.</translation>
    </message>
    <message>
        <source>Get a local model…</source>
        <translation>Lokales Modell holen…</translation>
    </message>
    <message>
        <source>Get a model</source>
        <translation>Modell holen</translation>
    </message>
    <message>
        <source>Give another value.</source>
        <translation>Einen anderen Wert angeben.</translation>
    </message>
    <message>
        <source>Give answers again that were given before</source>
        <translation>Frühere Antworten erneut geben</translation>
    </message>
    <message>
        <source>Give at least one fact.</source>
        <translation>Mindestens eine Angabe machen.</translation>
    </message>
    <message>
        <source>Give fewer.</source>
        <translation>Weniger angeben.</translation>
    </message>
    <message>
        <source>Give it again.</source>
        <translation>Erneut gewähren.</translation>
    </message>
    <message>
        <source>Give it as --var {name}=VALUE.</source>
        <translation>Als --var {name}=VALUE angeben.</translation>
    </message>
    <message>
        <source>Give it as text, or as base64.</source>
        <translation>Als Text oder als Base64 angeben.</translation>
    </message>
    <message>
        <source>Give it the tool, or leave the choice to the model.</source>
        <translation>Ihm das Werkzeug geben oder dem Modell die Wahl lassen.</translation>
    </message>
    <message>
        <source>Give more of the id.</source>
        <translation>Mehr von der ID angeben.</translation>
    </message>
    <message>
        <source>Give one that Baton exported, or a prompt as a .md file.</source>
        <translation>Eine Datei wählen, die Baton exportiert hat, oder einen Prompt als .md-Datei.</translation>
    </message>
    <message>
        <source>Give the same answer again</source>
        <translation>Dieselbe Antwort noch einmal geben</translation>
    </message>
    <message>
        <source>Give them as a JSON object.</source>
        <translation>Als JSON-Objekt angeben.</translation>
    </message>
    <message>
        <source>Given before, on {date} at {time}: nobody was asked. Answer again asks the model.</source>
        <translation>Früher gegeben, am {date} um {time}: Es wurde niemand gefragt. „Erneut antworten“ fragt das Modell.</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Zurückgehen</translation>
    </message>
    <message>
        <source>Go back to a backup of the history</source>
        <translation>Zu einer Sicherung des Verlaufs zurückkehren</translation>
    </message>
    <message>
        <source>Go back to the chosen backup</source>
        <translation>Zur gewählten Sicherung zurückgehen</translation>
    </message>
    <message>
        <source>Go back to this one…</source>
        <translation>Zu dieser zurückgehen…</translation>
    </message>
    <message>
        <source>Go back to {backup}? What is there now becomes a backup itself.</source>
        <translation>Zu {backup} zurückgehen? Was jetzt da ist, wird selbst eine Sicherung.</translation>
    </message>
    <message>
        <source>Go back to {title}</source>
        <translation>Zurück zu {title}</translation>
    </message>
    <message>
        <source>Go on</source>
        <comment>with an answer</comment>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Go on with --resume and a new --budget; what was answered is kept.</source>
        <translation>Mit --resume und einem neuen --budget weitermachen; was beantwortet ist, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Go on with --resume once they have ended: their results tell them apart.</source>
        <translation>Mit --resume weitermachen, sobald sie beendet sind: Ihre Ergebnisse unterscheiden sie.</translation>
    </message>
    <message>
        <source>Go on with it (--resume), or name another file.</source>
        <translation>Fortsetzen (--resume) oder eine andere Datei angeben.</translation>
    </message>
    <message>
        <source>Go on with the lines as they were, or write to another file.</source>
        <translation>Mit den bisherigen Zeilen weitermachen oder in eine andere Datei schreiben.</translation>
    </message>
    <message>
        <source>Go on with the same model, or write to another file.</source>
        <translation>Mit demselben Modell weitermachen oder in eine andere Datei schreiben.</translation>
    </message>
    <message>
        <source>Go on: leave out what the file of answers holds already</source>
        <translation>Fortsetzen: auslassen, was schon beantwortet ist</translation>
    </message>
    <message>
        <source>Go to the newest text</source>
        <translation>Zum neuesten Text</translation>
    </message>
    <message>
        <source>Goes into</source>
        <translation>Geht in</translation>
    </message>
    <message>
        <source>Goes out by {way}; trusts the system&apos;s certificates, and {files}.</source>
        <translation>Geht über {way} hinaus; vertraut den Zertifikaten des Systems und {files}.</translation>
    </message>
    <message>
        <source>Goes out by {way}; trusts the system&apos;s certificates.</source>
        <translation>Geht über {way} hinaus; vertraut den Zertifikaten des Systems.</translation>
    </message>
    <message>
        <source>Going back…</source>
        <translation>Sicherung wird eingespielt…</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message numerus="yes">
        <source>Handing {count} line over…</source>
        <comment>Handing {count} lines over…</comment>
        <translation>
            <numerusform>{count} Zeile wird übergeben …</numerusform>
            <numerusform>{count} Zeilen werden übergeben …</numerusform>
        </translation>
    </message>
    <message>
        <source>Has characters that cannot be seen. It is sent as {value}</source>
        <translation>Enthält unsichtbare Zeichen. Gesendet wird {value}</translation>
    </message>
    <message>
        <source>Has: {value}</source>
        <translation>Enthält: {value}</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Hidden in what was sent: {count}</source>
        <translation>Im Gesendeten verborgen: {count}</translation>
    </message>
    <message>
        <source>Hidden, because it discloses secrets.</source>
        <translation>Verborgen, weil es Geheimnisse preisgibt.</translation>
    </message>
    <message>
        <source>Hidden: {kinds}.</source>
        <translation>Verborgen: {kinds}.</translation>
    </message>
    <message>
        <source>Hide column</source>
        <translation>Spalte ausblenden</translation>
    </message>
    <message>
        <source>Hide it</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>Hide secrets from cloud models</source>
        <translation>Geheimnisse vor Cloud-Modellen verbergen</translation>
    </message>
    <message>
        <source>Hide the list of chats</source>
        <translation>Chatliste ausblenden</translation>
    </message>
    <message>
        <source>Hide the list of chats (Ctrl+B)</source>
        <translation>Chatliste ausblenden (Strg+B)</translation>
    </message>
    <message>
        <source>Hide the recovery key</source>
        <translation>Wiederherstellungsschlüssel verbergen</translation>
    </message>
    <message>
        <source>Hide who and where from cloud models</source>
        <translation>Wer und wo vor Cloud-Modellen verbergen</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>High contrast has black and white, stronger outlines and no shades. Follow the system where it says.</source>
        <translation>Hoher Kontrast hat Schwarz und Weiß, stärkere Umrisse und keine Abstufungen. Wie das System, wo es dies vorgibt.</translation>
    </message>
    <message>
        <source>High contrast, or as the system has it</source>
        <translation>Hoher Kontrast, oder wie im System</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Hong Kong</source>
        <translation>Hongkong</translation>
    </message>
    <message>
        <source>How exactly the context is kept. 8 bits take half the memory and are hardly worse; 4 bits take a quarter and can be. Fewer than 16 bits need flash attention.</source>
        <translation>Wie genau der Kontext behalten wird. 8 Bit brauchen die Hälfte des Speichers und sind kaum schlechter; 4 Bit brauchen ein Viertel und können es sein. Weniger als 16 Bit setzen Flash Attention voraus.</translation>
    </message>
    <message>
        <source>How fast it corrects itself.</source>
        <translation>Wie schnell es sich korrigiert.</translation>
    </message>
    <message>
        <source>How fast the penalty grows with the length of the phrase.</source>
        <translation>Wie schnell die Strafe mit der Länge der Wendung wächst.</translation>
    </message>
    <message>
        <source>How freely the next word is chosen. 0 to 0.3: exact and repeatable, for code and AWS. 0.5 to 0.7: balanced. 0.8 and above: varied, and more often wrong.</source>
        <translation>Wie frei das nächste Wort gewählt wird. 0 bis 0,3: genau und wiederholbar, für Code und AWS. 0,5 bis 0,7: ausgewogen. Ab 0,8: abwechslungsreich und öfter falsch.</translation>
    </message>
    <message>
        <source>How long the model thinks before it answers. More is slower, dearer and better at hard questions.</source>
        <translation>Wie lange das Modell vor der Antwort nachdenkt. Mehr ist langsamer, teurer und bei schweren Fragen besser.</translation>
    </message>
    <message>
        <source>How long this model thinks cannot be set.</source>
        <translation>Wie lange dieses Modell nachdenkt, lässt sich nicht einstellen.</translation>
    </message>
    <message>
        <source>How many conversations one model works on side by side and keeps in mind. They share the context. 0 takes 8, or fewer for models whose state is large.</source>
        <translation>An wie vielen Chats ein Modell nebeneinander arbeitet und die es im Kopf behält. Sie teilen sich den Kontext. 0 nimmt 8, oder weniger bei Modellen mit großem Zustand.</translation>
    </message>
    <message>
        <source>How many pages of a long result are fetched; a result that was cut says so.</source>
        <translation>Wie viele Seiten eines langen Ergebnisses geholt werden; ein gekürztes Ergebnis sagt es.</translation>
    </message>
    <message>
        <source>How many tokens are searched for the phrase; 0 is off, -1 is the whole context.</source>
        <translation>In wie vielen Token nach der Wendung gesucht wird; 0 schaltet es aus, -1 ist der ganze Kontext.</translation>
    </message>
    <message>
        <source>How many tokens the three penalties look back on; 0 is off, -1 is the whole context.</source>
        <translation>Auf wie viele Token die drei Strafen zurückblicken; 0 schaltet es aus, -1 ist der ganze Kontext.</translation>
    </message>
    <message>
        <source>How often the likeliest words are left out so that others come up (exclude top choices); 0 is off.</source>
        <translation>Wie oft die wahrscheinlichsten Wörter ausgelassen werden, damit andere vorkommen (exclude top choices); 0 schaltet es aus.</translation>
    </message>
    <message>
        <source>How slowly the adaptive target forgets what was chosen before.</source>
        <translation>Wie langsam das adaptive Ziel vergisst, was vorher gewählt wurde.</translation>
    </message>
    <message>
        <source>How steeply the temperature follows how many words fit.</source>
        <translation>Wie steil die Temperatur der Zahl der passenden Wörter folgt.</translation>
    </message>
    <message>
        <source>Hyderabad</source>
        <translation>Hyderabad</translation>
    </message>
    <message>
        <source>I am not certain that this is what you mean; please look at it closely.</source>
        <translation>Ich bin nicht sicher, ob das gemeint ist; bitte genau ansehen.</translation>
    </message>
    <message>
        <source>I could not look up {name}.</source>
        <translation>{name} ließ sich nicht nachsehen.</translation>
    </message>
    <message>
        <source>I found nothing called {name} here. What is its id?</source>
        <translation>Hier wurde nichts namens {name} gefunden. Welche ID hat es?</translation>
    </message>
    <message>
        <source>I look up what there is to choose from.</source>
        <translation>Ich sehe nach, was zur Wahl steht.</translation>
    </message>
    <message>
        <source>I look up which one is {name}.</source>
        <translation>Ich sehe nach, welches davon {name} ist.</translation>
    </message>
    <message>
        <source>I see no AWS request in that.</source>
        <translation>Darin sehe ich keine AWS-Anfrage.</translation>
    </message>
    <message>
        <source>I see {count} steps, but {operation} lacks {missing}. Say all of it in one sentence, please.</source>
        <translation>Ich sehe {count} Schritte, aber {operation} fehlt {missing}. Bitte alles in einem Satz sagen.</translation>
    </message>
    <message>
        <source>I turn plain requests into AWS calls, offline and without a model. {why}For example:</source>
        <translation>Ich mache aus einfachen Bitten AWS-Aufrufe, offline und ohne Modell. {why}Verstanden wird Englisch, zum Beispiel:</translation>
    </message>
    <message>
        <source>IAM calls {action} nothing.</source>
        <translation>IAM ordnet {action} nirgends ein.</translation>
    </message>
    <message>
        <source>IAM calls {action} {levels} and {last}.</source>
        <translation>IAM nennt {action} {levels} und {last}.</translation>
    </message>
    <message>
        <source>IAM calls {action} {level}.</source>
        <translation>IAM nennt {action} {level}.</translation>
    </message>
    <message>
        <source>IAM users who can sign in to the console with a password alone.</source>
        <translation>IAM-Benutzer, die sich allein mit einem Passwort an der Konsole anmelden können.</translation>
    </message>
    <message>
        <source>IAM&apos;s simulator did not answer: {error}</source>
        <translation>Der IAM-Simulator hat nicht geantwortet: {error}</translation>
    </message>
    <message>
        <source>IAM&apos;s simulator said nothing.</source>
        <translation>Der IAM-Simulator hat nichts gesagt.</translation>
    </message>
    <message>
        <source>IP address</source>
        <translation>IP-Adresse</translation>
    </message>
    <message>
        <source>Idle instances</source>
        <translation>Ungenutzte Instanzen</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Import chats</source>
        <translation>Chats importieren</translation>
    </message>
    <message>
        <source>Import chats…</source>
        <translation>Chats importieren…</translation>
    </message>
    <message>
        <source>Import chats… ({keys})</source>
        <translation>Chats importieren… ({keys})</translation>
    </message>
    <message>
        <source>Import prompts</source>
        <translation>Prompts importieren</translation>
    </message>
    <message>
        <source>Import {file}</source>
        <translation>{file} importieren</translation>
    </message>
    <message>
        <source>Important</source>
        <translation>Wichtig</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>In</source>
        <comment>a folder, the archive or the bin</comment>
        <translation>In</translation>
    </message>
    <message>
        <source>In {account}, {region}</source>
        <translation>In {account}, {region}</translation>
    </message>
    <message>
        <source>In {days} days the key is gone, and with it all that it encrypted.</source>
        <translation>In {days} Tagen ist der Schlüssel weg und mit ihm alles, was er verschlüsselt hat.</translation>
    </message>
    <message>
        <source>In {file} nobody knows {names}; left as it is.</source>
        <translation>In {file} ist {names} unbekannt; es blieb unverändert.</translation>
    </message>
    <message>
        <source>In {file}, endpoint {number} was passed over: {error}.</source>
        <translation>In {file} wurde Endpunkt {number} übergangen: {error}.</translation>
    </message>
    <message>
        <source>In {file}, endpoints was passed over: it is written as [[endpoints]].</source>
        <translation>In {file} wurde endpoints übergangen: Es wird als [[endpoints]] geschrieben.</translation>
    </message>
    <message>
        <source>In {file}, entry {number} is not used: {problem}</source>
        <translation>In {file} wird Eintrag {number} nicht genutzt: {problem}</translation>
    </message>
    <message>
        <source>In {file}, {name} was passed over: {problem} Its default is used.</source>
        <translation>In {file} wurde {name} übergangen: {problem} Es gilt die Vorgabe.</translation>
    </message>
    <message>
        <source>In {file}, {name} was passed over: {problem} To be safe, {value} is used.</source>
        <translation>In {file} wurde {name} übergangen: {problem} Sicherheitshalber gilt {value}.</translation>
    </message>
    <message>
        <source>In {file}, {table} was passed over: it is written as [[{table}]].</source>
        <translation>In {file} wurde {table} übergangen: Es wird als [[{table}]] geschrieben.</translation>
    </message>
    <message>
        <source>In {region}</source>
        <translation>In {region}</translation>
    </message>
    <message>
        <source>In: {value}</source>
        <translation>In: {value}</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Insert here</source>
        <translation>Hier einfügen</translation>
    </message>
    <message>
        <source>Insert into the message</source>
        <translation>In die Nachricht einfügen</translation>
    </message>
    <message>
        <source>Install Baton again; until then, only models on this machine answer.</source>
        <translation>Baton neu installieren; bis dahin antworten nur Modelle auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Install or update {maker}&apos;s driver, then look again.</source>
        <translation>Den Treiber von {maker} installieren oder aktualisieren, dann noch einmal nachsehen.</translation>
    </message>
    <message>
        <source>Install the package sqlcipher3, then start Baton again.</source>
        <translation>Das Paket sqlcipher3 installieren, dann Baton neu starten.</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>Instanz</translation>
    </message>
    <message>
        <source>Instances and their state, where no tag says what they are for.</source>
        <translation>Instanzen und ihr Zustand, bei denen kein Tag sagt, wozu sie dienen.</translation>
    </message>
    <message>
        <source>Instances without a name</source>
        <translation>Instanzen ohne Namen</translation>
    </message>
    <message>
        <source>Interface</source>
        <translation>Schnittstelle</translation>
    </message>
    <message>
        <source>Ireland</source>
        <translation>Irland</translation>
    </message>
    <message>
        <source>It allows the older metadata service, from which credentials are stolen more easily.</source>
        <translation>Es erlaubt den älteren Metadatendienst, aus dem sich Zugangsdaten leichter stehlen lassen.</translation>
    </message>
    <message>
        <source>It asks for none.</source>
        <translation>Er fragt nach keiner.</translation>
    </message>
    <message>
        <source>It asks for: {known}.</source>
        <translation>Er fragt nach: {known}.</translation>
    </message>
    <message>
        <source>It belongs to the key {name} of the system&apos;s keyring (service baton). Where that keyring is lost, this opens the history and its backups again: Settings, History, or “baton history recover”.</source>
        <translation>Er gehört zum Schlüssel {name} im Schlüsselbund des Systems (Dienst baton). Ist dieser Schlüsselbund verloren, öffnet er den Verlauf und seine Sicherungen wieder: Einstellungen, Verlauf, oder „baton history recover“.</translation>
    </message>
    <message>
        <source>It can no longer be restored to a moment, and the older moments are lost.</source>
        <translation>Es lässt sich nicht mehr auf einen Zeitpunkt zurücksetzen, und die älteren Zeitpunkte sind verloren.</translation>
    </message>
    <message>
        <source>It cannot be read.</source>
        <translation>Sie ist nicht lesbar.</translation>
    </message>
    <message>
        <source>It cannot be read: {why}.</source>
        <translation>Er ist nicht lesbar: {why}.</translation>
    </message>
    <message>
        <source>It cannot be used: {problem} Mend its file, or delete it.</source>
        <translation>Nicht verwendbar: {problem} Die Datei reparieren oder löschen.</translation>
    </message>
    <message>
        <source>It changes many resources at once.</source>
        <translation>Es ändert viele Ressourcen auf einmal.</translation>
    </message>
    <message>
        <source>It changes nothing that is paid for.</source>
        <translation>Es ändert nichts, was bezahlt wird.</translation>
    </message>
    <message>
        <source>It changes permissions, which is always asked about.</source>
        <translation>Es ändert Berechtigungen; das wird immer erfragt.</translation>
    </message>
    <message>
        <source>It changes something protected, so a name has to be typed.</source>
        <translation>Es ändert etwas Geschütztes, daher muss ein Name eingegeben werden.</translation>
    </message>
    <message>
        <source>It changes the API&apos;s policy, which says who may call it.</source>
        <translation>Es ändert die Richtlinie der API, die sagt, wer sie aufrufen darf.</translation>
    </message>
    <message>
        <source>It changes which events are recorded.</source>
        <translation>Es ändert, welche Ereignisse aufgezeichnet werden.</translation>
    </message>
    <message>
        <source>It changes which security groups protect the instance.</source>
        <translation>Es ändert, welche Sicherheitsgruppen die Instanz schützen.</translation>
    </message>
    <message>
        <source>It changes who may sign in, or what they may do.</source>
        <translation>Es ändert, wer sich anmelden darf oder was diese dürfen.</translation>
    </message>
    <message>
        <source>It changes {count} resources, more than the policy takes at once.</source>
        <translation>Es ändert {count} Ressourcen, mehr als die Richtlinie auf einmal hinnimmt.</translation>
    </message>
    <message>
        <source>It changes {resources} resources, and the policy asks again above {bulk_above}.</source>
        <translation>Es ändert {resources} Ressourcen, und ab mehr als {bulk_above} fragt die Richtlinie noch einmal.</translation>
    </message>
    <message>
        <source>It closes an account, or takes it out of its organisation.</source>
        <translation>Es schließt ein Konto oder nimmt es aus seiner Organisation.</translation>
    </message>
    <message>
        <source>It could not be checked within {limit_s} s: the schema is too involved for this answer.</source>
        <translation>Innerhalb von {limit_s} s ließ es sich nicht prüfen: Das Schema ist für diese Antwort zu verwickelt.</translation>
    </message>
    <message>
        <source>It could not be checked: the schema refers to itself without end.</source>
        <translation>Es ließ sich nicht prüfen: Das Schema verweist endlos auf sich selbst.</translation>
    </message>
    <message>
        <source>It counts until {moment}.</source>
        <translation>Gilt bis {moment}.</translation>
    </message>
    <message>
        <source>It decrypts what is stored encrypted.</source>
        <translation>Es entschlüsselt, was verschlüsselt gespeichert ist.</translation>
    </message>
    <message>
        <source>It deletes DNS records.</source>
        <translation>Es löscht DNS-Einträge.</translation>
    </message>
    <message>
        <source>It deletes items.</source>
        <translation>Es löscht Elemente.</translation>
    </message>
    <message>
        <source>It deletes objects by themselves when they reach an age.</source>
        <translation>Es löscht Objekte von selbst, wenn sie ein Alter erreichen.</translation>
    </message>
    <message>
        <source>It deletes the parts that were uploaded so far.</source>
        <translation>Es löscht die bisher hochgeladenen Teile.</translation>
    </message>
    <message>
        <source>It destroys something, so a name has to be typed.</source>
        <translation>Es zerstört etwas, daher muss ein Name eingegeben werden.</translation>
    </message>
    <message>
        <source>It does not fit.</source>
        <translation>Es passt nicht.</translation>
    </message>
    <message>
        <source>It does not go to AWS but where the AWS configuration says, so it is asked about.</source>
        <translation>Es geht nicht an AWS, sondern wohin die AWS-Konfiguration es lenkt, daher wird gefragt.</translation>
    </message>
    <message>
        <source>It ends or changes viewers&apos; sessions, although botocore marks it as read-only.</source>
        <translation>Es beendet oder ändert Sitzungen von Zuschauern, obwohl botocore es als nur lesend kennzeichnet.</translation>
    </message>
    <message>
        <source>It failed.</source>
        <translation>Fehlgeschlagen.</translation>
    </message>
    <message>
        <source>It gets a new unique id, so policies elsewhere that name the old one by id do not fit it.</source>
        <translation>Die Kennung ist eine neue; Richtlinien anderswo, die die alte nennen, passen dann nicht mehr.</translation>
    </message>
    <message>
        <source>It gets an address that the internet can reach.</source>
        <translation>Es bekommt eine Adresse, die aus dem Internet erreichbar ist.</translation>
    </message>
    <message>
        <source>It gives a domain away.</source>
        <translation>Es gibt eine Domain weg.</translation>
    </message>
    <message>
        <source>It grants access to everyone.</source>
        <translation>Es gewährt allen Zugriff.</translation>
    </message>
    <message>
        <source>It hands out a certificate&apos;s private key, or a configuration that lets its holder connect.</source>
        <translation>Es gibt den privaten Schlüssel eines Zertifikats heraus oder eine Konfiguration, mit der man sich verbinden kann.</translation>
    </message>
    <message>
        <source>It hands out a database&apos;s administrator password.</source>
        <translation>Es gibt das Administratorkennwort einer Datenbank heraus.</translation>
    </message>
    <message>
        <source>It hands out a key, or a secret that two sides share, and changes nothing.</source>
        <translation>Es gibt einen Schlüssel oder ein gemeinsames Geheimnis zweier Seiten heraus und ändert nichts.</translation>
    </message>
    <message>
        <source>It hands out a machine&apos;s administrator password or its remote access.</source>
        <translation>Es gibt das Administratorkennwort oder den Fernzugang einer Maschine heraus.</translation>
    </message>
    <message>
        <source>It hands out a secret&apos;s value.</source>
        <translation>Es gibt den Wert eines Secrets heraus.</translation>
    </message>
    <message>
        <source>It hands out a token or a link that lets others in.</source>
        <translation>Es gibt ein Token oder einen Link heraus, womit andere hineinkommen.</translation>
    </message>
    <message>
        <source>It hands out access that others can use, and can create the user that has it.</source>
        <translation>Es gibt einen Zugang heraus, den andere nutzen können, und kann den Benutzer dafür anlegen.</translation>
    </message>
    <message>
        <source>It hands out keys of an API, or codes that clients sign in with.</source>
        <translation>Es gibt Schlüssel einer API oder Codes heraus, mit denen sich Clients anmelden.</translation>
    </message>
    <message>
        <source>It hands out temporary credentials, and changes nothing.</source>
        <translation>Es gibt temporäre Zugangsdaten heraus und ändert nichts.</translation>
    </message>
    <message>
        <source>It has no key.</source>
        <translation>Es hat keinen Schlüssel.</translation>
    </message>
    <message>
        <source>It has none at all.</source>
        <translation>Es hat gar keinen.</translation>
    </message>
    <message>
        <source>It has not been run yet.</source>
        <translation>Noch nicht ausgeführt.</translation>
    </message>
    <message>
        <source>It has {count} variables; {most} is the most a form can ask for.</source>
        <translation>Es sind {count} Variablen; höchstens {most} kann ein Formular abfragen.</translation>
    </message>
    <message>
        <source>It has {names}.</source>
        <translation>Es hat {names}.</translation>
    </message>
    <message>
        <source>It holds a policy that cannot be read.</source>
        <translation>Es enthält eine Richtlinie, die sich nicht lesen lässt.</translation>
    </message>
    <message>
        <source>It holds a policy, which says who may do what.</source>
        <translation>Es enthält eine Richtlinie, die sagt, wer was darf.</translation>
    </message>
    <message>
        <source>It holds no text (scanned pages): only models that read PDFs themselves see what is in it.</source>
        <translation>Es enthält keinen Text (gescannte Seiten): Nur Modelle, die PDFs selbst lesen, sehen den Inhalt.</translation>
    </message>
    <message>
        <source>It holds what is set in this chat: {parameters}.</source>
        <translation>Sie enthält, was in diesem Chat gesetzt ist: {parameters}.</translation>
    </message>
    <message>
        <source>It is done.</source>
        <translation>Es ist erledigt.</translation>
    </message>
    <message>
        <source>It is done; the answer stands above.</source>
        <translation>Es ist erledigt; die Antwort steht oben.</translation>
    </message>
    <message>
        <source>It is full: Baton asks what to leave out.</source>
        <translation>Er ist voll: Baton fragt, was wegbleiben soll.</translation>
    </message>
    <message>
        <source>It is full: a summary is sent in place of the oldest turns.</source>
        <translation>Er ist voll: Statt der ältesten Beiträge wird eine Zusammenfassung gesendet.</translation>
    </message>
    <message>
        <source>It is full: nothing more is sent.</source>
        <translation>Er ist voll: Es wird nichts mehr gesendet.</translation>
    </message>
    <message>
        <source>It is full: the oldest turns are no longer sent.</source>
        <translation>Er ist voll: Die ältesten Beiträge werden nicht mehr gesendet.</translation>
    </message>
    <message>
        <source>It is kept for a day, and brought back once.</source>
        <translation>Es wird einen Tag aufbewahrt und einmal zurückgeholt.</translation>
    </message>
    <message>
        <source>It is kept for longer than the nightly ones.</source>
        <translation>Sie wird länger aufbewahrt als die nächtlichen.</translation>
    </message>
    <message>
        <source>It is larger than {most} KiB.</source>
        <translation>Sie ist größer als {most} KiB.</translation>
    </message>
    <message>
        <source>It is longer than {count} characters.</source>
        <translation>Es ist länger als {count} Zeichen.</translation>
    </message>
    <message>
        <source>It is named {ending} and is a text.</source>
        <translation>Der Name endet auf {ending}, es ist aber ein Text.</translation>
    </message>
    <message>
        <source>It is named {ending} and is {kind}.</source>
        <translation>Der Name endet auf {ending}, es ist aber {kind}.</translation>
    </message>
    <message>
        <source>It is nested more than {count} levels deep.</source>
        <translation>Es ist mehr als {count} Ebenen tief verschachtelt.</translation>
    </message>
    <message>
        <source>It is nested too deeply.</source>
        <translation>Es ist zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>It is no JSON: {problem} at line {line}, column {column}.</source>
        <translation>Es ist kein JSON: {problem} in Zeile {line}, Spalte {column}.</translation>
    </message>
    <message>
        <source>It is no TOML: it holds a value that is none.</source>
        <translation>Es ist kein TOML: Es enthält einen Wert, der keiner ist.</translation>
    </message>
    <message>
        <source>It is no UTF-8 text (byte {number}).</source>
        <translation>Es ist kein UTF-8-Text (Byte {number}).</translation>
    </message>
    <message>
        <source>It is no UTF-8 text.</source>
        <translation>Sie ist kein UTF-8-Text.</translation>
    </message>
    <message>
        <source>It is no file.</source>
        <translation>Es ist keine Datei.</translation>
    </message>
    <message>
        <source>It is no longer there.</source>
        <translation>Die Datei ist nicht mehr da.</translation>
    </message>
    <message>
        <source>It is not trusted any more.</source>
        <translation>Das Vertrauen ist aufgehoben.</translation>
    </message>
    <message>
        <source>It is paid by use, so what it costs depends on what is kept and asked for.</source>
        <translation>Bezahlt wird nach Nutzung; die Kosten hängen davon ab, was gespeichert und abgefragt wird.</translation>
    </message>
    <message>
        <source>It is paused, and goes on where it stopped.</source>
        <translation>Er wird angehalten und geht dort weiter, wo er stand.</translation>
    </message>
    <message>
        <source>It is there already, or in use: {said}</source>
        <translation>Das gibt es schon, oder es ist in Gebrauch: {said}</translation>
    </message>
    <message>
        <source>It launches up to {count} instances, and each costs money.</source>
        <translation>Es startet bis zu {count} Instanzen, und jede kostet Geld.</translation>
    </message>
    <message>
        <source>It looks at permission and parameters, not at what is free or in use.</source>
        <translation>Er prüft Berechtigung und Parameter, nicht, was frei oder in Gebrauch ist.</translation>
    </message>
    <message>
        <source>It looks once at the whole account.</source>
        <translation>Es prüft einmal das ganze Konto.</translation>
    </message>
    <message>
        <source>It makes more than {count} MB.</source>
        <translation>Es ergibt mehr als {count} MB.</translation>
    </message>
    <message>
        <source>It makes more than {count} items.</source>
        <translation>Es ergibt mehr als {count} Elemente.</translation>
    </message>
    <message>
        <source>It may be gone.</source>
        <translation>Sie ist vielleicht weg.</translation>
    </message>
    <message>
        <source>It may be shared with accounts outside the organisation.</source>
        <translation>Es darf mit Konten außerhalb der Organisation geteilt werden.</translation>
    </message>
    <message>
        <source>It may have been deleted already.</source>
        <translation>Sie ist vielleicht schon gelöscht.</translation>
    </message>
    <message>
        <source>It may have been deleted; look in the list.</source>
        <translation>Er ist vielleicht gelöscht; in der Liste nachsehen.</translation>
    </message>
    <message>
        <source>It must be mounted again inside the machine.</source>
        <translation>Es muss in der Maschine wieder eingehängt werden.</translation>
    </message>
    <message>
        <source>It needs a key</source>
        <translation>Braucht einen Schlüssel</translation>
    </message>
    <message>
        <source>It offers no models.</source>
        <translation>Bietet keine Modelle an.</translation>
    </message>
    <message>
        <source>It opens the history where your keyring is lost. Whoever has it and this computer&apos;s disk can read the history: keep it on paper or in a password manager, not beside the history.</source>
        <translation>Er öffnet den Verlauf, wenn der Schlüsselbund verloren ist. Wer ihn und die Festplatte dieses Rechners hat, kann den Verlauf lesen: auf Papier oder in einem Passwortmanager aufbewahren, nicht neben dem Verlauf.</translation>
    </message>
    <message>
        <source>It passes over the check that the policy still lets you in.</source>
        <translation>Es übergeht die Prüfung, ob die Richtlinie den Zugang noch lässt.</translation>
    </message>
    <message>
        <source>It passes over the lock that keeps objects.</source>
        <translation>Es übergeht die Sperre, die Objekte bewahrt.</translation>
    </message>
    <message>
        <source>It passes over the usual safeguards.</source>
        <translation>Es übergeht die üblichen Schutzvorkehrungen.</translation>
    </message>
    <message>
        <source>It puts earlier data in the place of what is there now.</source>
        <translation>Es setzt frühere Daten an die Stelle der jetzigen.</translation>
    </message>
    <message>
        <source>It removes what marks objects as deleted.</source>
        <translation>Es entfernt, was Objekte als gelöscht kennzeichnet.</translation>
    </message>
    <message>
        <source>It runs a model, a function or an agent: that costs money, and what runs can change anything.</source>
        <translation>Es führt ein Modell, eine Funktion oder einen Agenten aus: Das kostet Geld, und was läuft, kann alles ändern.</translation>
    </message>
    <message>
        <source>It runs a statement that the caller writes, which can change or delete data.</source>
        <translation>Es führt eine vom Aufrufer geschriebene Anweisung aus, die Daten ändern oder löschen kann.</translation>
    </message>
    <message>
        <source>It runs all month.</source>
        <translation>Sie läuft den ganzen Monat.</translation>
    </message>
    <message>
        <source>It runs code or a template that the caller gives.</source>
        <translation>Es führt Code oder eine Vorlage aus, die der Aufrufer mitgibt.</translation>
    </message>
    <message>
        <source>It runs on every machine there is.</source>
        <translation>Es läuft auf jeder Maschine, die es gibt.</translation>
    </message>
    <message numerus="yes">
        <source>It runs “{command}” and 1 more line.</source>
        <comment>It runs “{command}” and {count} more lines.</comment>
        <translation>
            <numerusform>Es führt „{command}“ und 1 weitere Zeile aus.</numerusform>
            <numerusform>Es führt „{command}“ und {count} weitere Zeilen aus.</numerusform>
        </translation>
    </message>
    <message>
        <source>It runs “{command}”.</source>
        <translation>Es führt „{command}“ aus.</translation>
    </message>
    <message>
        <source>It said: {words}</source>
        <translation>Die Meldung: {words}</translation>
    </message>
    <message>
        <source>It sees no pictures.</source>
        <translation>Es sieht keine Bilder.</translation>
    </message>
    <message>
        <source>It sends a user&apos;s name and password to the identity provider, which may count or refuse the attempt.</source>
        <translation>Es schickt Namen und Kennwort eines Benutzers an den Identitätsanbieter, der den Versuch zählen oder ablehnen kann.</translation>
    </message>
    <message>
        <source>It sends the user a code by email or text message, although IAM calls it a read.</source>
        <translation>Es schickt dem Benutzer einen Code per E-Mail oder SMS, obwohl IAM es Lesen nennt.</translation>
    </message>
    <message>
        <source>It shows connection settings, which can hold passwords in plain text.</source>
        <translation>Es zeigt Verbindungseinstellungen, die Kennwörter im Klartext enthalten können.</translation>
    </message>
    <message>
        <source>It shows environment variables, where secrets often stand, or a link to the code.</source>
        <translation>Es zeigt Umgebungsvariablen, in denen oft Geheimnisse stehen, oder einen Link zum Code.</translation>
    </message>
    <message>
        <source>It shows names and states of credentials, not the credentials.</source>
        <translation>Es zeigt Namen und Zustände von Zugangsdaten, nicht die Zugangsdaten selbst.</translation>
    </message>
    <message>
        <source>It shows parameter values, which hold secrets where they are SecureStrings.</source>
        <translation>Es zeigt Parameterwerte; als SecureString sind das Geheimnisse.</translation>
    </message>
    <message>
        <source>It shows personal data: names, addresses, telephone numbers or what people said.</source>
        <translation>Es zeigt personenbezogene Daten: Namen, Adressen, Telefonnummern oder was Menschen gesagt haben.</translation>
    </message>
    <message>
        <source>It shows rules for passwords, not passwords.</source>
        <translation>Es zeigt Regeln für Kennwörter, keine Kennwörter.</translation>
    </message>
    <message>
        <source>It shows start scripts (user data), where secrets often stand.</source>
        <translation>Es zeigt Startskripte (User Data), in denen oft Geheimnisse stehen.</translation>
    </message>
    <message>
        <source>It shows stored data: rows of tables, records of streams or results of queries.</source>
        <translation>Es zeigt gespeicherte Daten: Zeilen von Tabellen, Datensätze von Streams oder Ergebnisse von Abfragen.</translation>
    </message>
    <message>
        <source>It shows stored data: the contents of objects, files or images.</source>
        <translation>Es zeigt gespeicherte Daten: den Inhalt von Objekten, Dateien oder Bildern.</translation>
    </message>
    <message>
        <source>It shows the contents of logs, which may hold personal data and secrets.</source>
        <translation>Es zeigt den Inhalt von Protokollen, die personenbezogene Daten und Geheimnisse enthalten können.</translation>
    </message>
    <message>
        <source>It shows the whole configuration of any resource, environment variables and start scripts too.</source>
        <translation>Es zeigt die gesamte Konfiguration jeder Ressource, auch Umgebungsvariablen und Startskripte.</translation>
    </message>
    <message>
        <source>It shows what a refused request was about, which AWS keeps encoded because it can hold secrets.</source>
        <translation>Es zeigt, worum es bei einer abgelehnten Anfrage ging; AWS hält das verschlüsselt, weil es Geheimnisse enthalten kann.</translation>
    </message>
    <message>
        <source>It shows what people wrote or sent in a chat.</source>
        <translation>Es zeigt, was Menschen in einem Chat geschrieben oder gesendet haben.</translation>
    </message>
    <message>
        <source>It shows who may do what in the whole account, or when each user last signed in.</source>
        <translation>Es zeigt, wer im ganzen Konto was darf oder wann sich wer zuletzt angemeldet hat.</translation>
    </message>
    <message>
        <source>It starts a detection that writes its outcome to the stack.</source>
        <translation>Es startet eine Erkennung, die ihr Ergebnis in den Stack schreibt.</translation>
    </message>
    <message>
        <source>It starts a job, or takes from a quota, although it is named like a read.</source>
        <translation>Es startet einen Auftrag oder verbraucht ein Kontingent, obwohl es wie Lesen heißt.</translation>
    </message>
    <message>
        <source>It starts or stops a query or a report, which costs money.</source>
        <translation>Es startet oder stoppt eine Abfrage oder einen Bericht; das kostet Geld.</translation>
    </message>
    <message>
        <source>It switches automated backups off and deletes those there are.</source>
        <translation>Es schaltet automatische Sicherungen aus und löscht die vorhandenen.</translation>
    </message>
    <message>
        <source>It switches {name} off, which keeps the public out.</source>
        <translation>Es schaltet {name} aus, das die Öffentlichkeit fernhält.</translation>
    </message>
    <message>
        <source>It takes a task from a queue, so that no other worker gets it.</source>
        <translation>Es nimmt eine Aufgabe aus einer Warteschlange, so dass kein anderer sie bekommt.</translation>
    </message>
    <message>
        <source>It takes no parameters.</source>
        <translation>Keine Parameter.</translation>
    </message>
    <message>
        <source>It takes targets out of rotation; they stay as they are.</source>
        <translation>Es nimmt Ziele aus der Verteilung; sie bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>It takes the protection against deletion away.</source>
        <translation>Es nimmt den Schutz vor dem Löschen weg.</translation>
    </message>
    <message>
        <source>It takes {needed} of memory ({part} of it for {count} tokens of context), and Settings &gt; Local models lets models take {free}.</source>
        <translation>Es braucht {needed} Speicher ({part} davon für {count} Token Kontext), und Einstellungen &gt; Lokale Modelle lässt Modellen {free}.</translation>
    </message>
    <message>
        <source>It takes {needed} of memory ({part} of it for {count} tokens of context), and {free} are free.</source>
        <translation>Es braucht {needed} Speicher ({part} davon für {count} Token Kontext), und {free} sind frei.</translation>
    </message>
    <message>
        <source>It takes {size} bytes; {most} is the most.</source>
        <translation>Es belegt {size} Byte; höchstens {most} sind möglich.</translation>
    </message>
    <message>
        <source>It throws away what is there, or puts an older state in its place.</source>
        <translation>Es wirft weg, was da ist, oder setzt einen älteren Stand an seine Stelle.</translation>
    </message>
    <message>
        <source>It touches what a tag protects, so it is confirmed by typing.</source>
        <translation>Es betrifft, was ein Tag schützt, daher wird es durch Eingabe bestätigt.</translation>
    </message>
    <message>
        <source>It turns ciphertext into plain data, and changes nothing.</source>
        <translation>Es macht aus Verschlüsseltem Klartext und ändert nichts.</translation>
    </message>
    <message>
        <source>It was copied.</source>
        <translation>Wurde kopiert.</translation>
    </message>
    <message>
        <source>It was downloaded.</source>
        <translation>Heruntergeladen.</translation>
    </message>
    <message>
        <source>It was not carried out.</source>
        <translation>Es wurde nicht ausgeführt.</translation>
    </message>
    <message>
        <source>It was stopped after {seconds} s.</source>
        <translation>Es wurde nach {seconds} s angehalten.</translation>
    </message>
    <message>
        <source>It was stopped before anything was sent.</source>
        <translation>Es wurde angehalten, bevor etwas gesendet wurde.</translation>
    </message>
    <message>
        <source>It was stopped while AWS worked. Whether AWS carried it out is unknown: look before repeating it.</source>
        <translation>Es wurde angehalten, während AWS daran arbeitete. Ob AWS es ausgeführt hat, ist unbekannt: vor einer Wiederholung nachsehen.</translation>
    </message>
    <message>
        <source>It was stopped while AWS worked; what came of it arrived afterwards.</source>
        <translation>Es wurde angehalten, während AWS daran arbeitete; das Ergebnis kam danach.</translation>
    </message>
    <message>
        <source>It will be reachable from the whole internet.</source>
        <translation>Es wird aus dem ganzen Internet erreichbar sein.</translation>
    </message>
    <message>
        <source>It will be stored without encryption.</source>
        <translation>Es wird unverschlüsselt gespeichert.</translation>
    </message>
    <message>
        <source>It will not be {state}, now {now}.</source>
        <translation>Wird nicht mehr erreicht: {state}, jetzt {now}.</translation>
    </message>
    <message>
        <source>It will not be {state}.</source>
        <translation>Wird nicht mehr erreicht: {state}.</translation>
    </message>
    <message>
        <source>Items past their time will be deleted by themselves.</source>
        <translation>Elemente, deren Zeit vorbei ist, werden von selbst gelöscht.</translation>
    </message>
    <message>
        <source>Items that have expired meanwhile are gone.</source>
        <translation>Inzwischen abgelaufene Elemente sind weg.</translation>
    </message>
    <message>
        <source>Its ACL, logs and notifications are not restored.</source>
        <translation>ACL, Protokolle und Benachrichtigungen werden nicht wiederhergestellt.</translation>
    </message>
    <message>
        <source>Its adapter {path!r} is no longer there. Put it back, or take it off the model.</source>
        <translation>Der Adapter {path!r} ist nicht mehr da. Zurücklegen oder vom Modell nehmen.</translation>
    </message>
    <message>
        <source>Its answer holds {names} and more.</source>
        <translation>Die Antwort enthält {names} und mehr.</translation>
    </message>
    <message>
        <source>Its answer holds {names} and {last}.</source>
        <translation>Die Antwort enthält {names} und {last}.</translation>
    </message>
    <message>
        <source>Its answer holds {name}.</source>
        <translation>Die Antwort enthält {name}.</translation>
    </message>
    <message>
        <source>Its automated backups are deleted too.</source>
        <translation>Ihre automatischen Sicherungen werden auch gelöscht.</translation>
    </message>
    <message>
        <source>Its containers have administrator&apos;s rights on the machine.</source>
        <translation>Die Container haben Administratorrechte auf der Maschine.</translation>
    </message>
    <message>
        <source>Its context is not larger.</source>
        <translation>Sein Kontext ist nicht größer.</translation>
    </message>
    <message>
        <source>Its control plane will not be recorded any more.</source>
        <translation>Die Steuerungsebene wird nicht mehr aufgezeichnet.</translation>
    </message>
    <message>
        <source>Its credentials are renewed where they come from.</source>
        <translation>Die Zugangsdaten werden dort erneuert, wo sie herkommen.</translation>
    </message>
    <message>
        <source>Its description of its tables was damaged, so the rows were read by Baton&apos;s own description of them.</source>
        <translation>Die Beschreibung der Tabellen war beschädigt, daher wurden die Zeilen nach Batons eigener Beschreibung gelesen.</translation>
    </message>
    <message>
        <source>Its endpoint will be reachable from the internet.</source>
        <translation>Der Endpunkt wird aus dem Internet erreichbar sein.</translation>
    </message>
    <message>
        <source>Its file needs another name: {problem}</source>
        <translation>Die Datei braucht einen anderen Namen: {problem}</translation>
    </message>
    <message>
        <source>Its file&apos;s name, and its name on the terminal</source>
        <translation>Der Name seiner Datei und sein Name im Terminal</translation>
    </message>
    <message>
        <source>Its head has no end: a line of --- closes it.</source>
        <translation>Der Kopf hat kein Ende: Eine Zeile --- schließt ihn ab.</translation>
    </message>
    <message>
        <source>Its hours are not paid for while it is stopped, seven days at most; its storage is.</source>
        <translation>Ihre Stunden werden nicht bezahlt, solange sie steht, höchstens sieben Tage; ihr Speicher schon.</translation>
    </message>
    <message>
        <source>Its id is neither a text of at most {most} characters nor a number.</source>
        <translation>Die id ist weder ein Text von höchstens {most} Zeichen noch eine Zahl.</translation>
    </message>
    <message>
        <source>Its instances are terminated with it where the call says so.</source>
        <translation>Seine Instanzen werden mit ihm terminiert, wo der Aufruf es sagt.</translation>
    </message>
    <message>
        <source>Its last line is not {last_line}, so a part of it may be missing. Add that line once it is whole.</source>
        <translation>Ihre letzte Zeile ist nicht {last_line}, daher kann ein Teil fehlen. Diese Zeile hinzufügen, sobald sie vollständig ist.</translation>
    </message>
    <message>
        <source>Its name begins with {verb}, which is no verb of reading.</source>
        <translation>Der Name beginnt mit {verb}; das ist kein Verb des Lesens.</translation>
    </message>
    <message>
        <source>Its name begins with {verb}: it changes who may do what.</source>
        <translation>Der Name beginnt mit {verb}: Es ändert, wer was darf.</translation>
    </message>
    <message>
        <source>Its name begins with {verb}: what it takes away may not come back.</source>
        <translation>Der Name beginnt mit {verb}: Was es wegnimmt, kommt vielleicht nicht zurück.</translation>
    </message>
    <message>
        <source>Its name names a {thing}: it changes who may do what.</source>
        <translation>Der Name nennt „{thing}“: Es ändert, wer was darf.</translation>
    </message>
    <message>
        <source>Its name names an {thing}: it changes who may do what.</source>
        <translation>Der Name nennt „{thing}“: Es ändert, wer was darf.</translation>
    </message>
    <message>
        <source>Its one model is {model}.</source>
        <translation>Das einzige Modell ist {model}.</translation>
    </message>
    <message>
        <source>Its provisioned units, and what it stores, are no longer paid for.</source>
        <translation>Die bereitgestellten Einheiten und das Gespeicherte werden nicht mehr bezahlt.</translation>
    </message>
    <message>
        <source>Its provisioned units.</source>
        <translation>Die bereitgestellten Einheiten.</translation>
    </message>
    <message>
        <source>Its provisioned units; what it stores is extra.</source>
        <translation>Die bereitgestellten Einheiten; was gespeichert wird, kommt hinzu.</translation>
    </message>
    <message>
        <source>Its snapshots stay.</source>
        <translation>Die Snapshots davon bleiben.</translation>
    </message>
    <message>
        <source>Its start script (user data) runs with administrator&apos;s rights on the machine.</source>
        <translation>Das Startskript (User Data) läuft mit Administratorrechten auf der Maschine.</translation>
    </message>
    <message>
        <source>Its subscriptions are gone too, and have to be confirmed again.</source>
        <translation>Die Abonnements sind auch weg und müssen neu bestätigt werden.</translation>
    </message>
    <message>
        <source>Its template lies elsewhere, so Baton cannot look into it.</source>
        <translation>Die Vorlage liegt anderswo, daher kann Baton nicht hineinsehen.</translation>
    </message>
    <message>
        <source>Its terms must be accepted on its page, and a token set in Settings &gt; Keys.</source>
        <translation>Die Bedingungen müssen auf der Seite des Modells angenommen und ein Token unter Einstellungen &gt; Schlüssel gesetzt werden.</translation>
    </message>
    <message>
        <source>JMESPath query over the result</source>
        <translation>JMESPath-Abfrage über das Ergebnis</translation>
    </message>
    <message>
        <source>JMESPath, as in Items[?State==&apos;running&apos;].Name</source>
        <translation>JMESPath, zum Beispiel Items[?State==&apos;running&apos;].Name</translation>
    </message>
    <message>
        <source>JSON (*.json);;All (*)</source>
        <translation>JSON (*.json);;Alle (*)</translation>
    </message>
    <message>
        <source>JSON by a schema</source>
        <translation>JSON nach einem Schema</translation>
    </message>
    <message>
        <source>JSON schema</source>
        <translation>JSON-Schema</translation>
    </message>
    <message>
        <source>Jakarta</source>
        <translation>Jakarta</translation>
    </message>
    <message>
        <source>Keep a chat&apos;s parameters with another model</source>
        <translation>Parameter eines Chats bei anderem Modell behalten</translation>
    </message>
    <message>
        <source>Keep a snapshot, then delete the volume</source>
        <translation>Einen Snapshot behalten, dann das Volume löschen</translation>
    </message>
    <message>
        <source>Keep an answer for</source>
        <translation>Eine Antwort aufbewahren für</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>Beide behalten</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Keep it in the library…</source>
        <translation>In der Bibliothek speichern…</translation>
    </message>
    <message numerus="yes">
        <source>Keep the logs for 1 day again</source>
        <comment>Keep the logs for {count} days again</comment>
        <translation>
            <numerusform>Die Protokolle wieder 1 Tag aufbewahren</numerusform>
            <numerusform>Die Protokolle wieder {count} Tage aufbewahren</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep the logs for ever again</source>
        <translation>Die Protokolle wieder für immer aufbewahren</translation>
    </message>
    <message>
        <source>Keep them for 90 days</source>
        <translation>90 Tage aufbewahren</translation>
    </message>
    <message>
        <source>Keep this chat on this machine</source>
        <translation>Diesen Chat auf diesem Rechner halten</translation>
    </message>
    <message>
        <source>Keep this chat on this machine, or no longer</source>
        <translation>Diesen Chat auf diesem Rechner halten, oder nicht mehr</translation>
    </message>
    <message>
        <source>Keep versions again</source>
        <translation>Wieder Versionen behalten</translation>
    </message>
    <message>
        <source>Keep versions no more</source>
        <translation>Keine Versionen mehr behalten</translation>
    </message>
    <message>
        <source>Keep working</source>
        <translation>Weiterarbeiten</translation>
    </message>
    <message>
        <source>Keeps the surprise of the text even, in place of Top K, Top P and the like: 1 or 2 is its version, 0 is off.</source>
        <translation>Hält die Überraschung des Textes gleichmäßig, anstelle von Top K, Top P und dergleichen: 1 oder 2 ist die Version, 0 schaltet es aus.</translation>
    </message>
    <message>
        <source>Kept answers</source>
        <translation>Aufbewahrte Antworten</translation>
    </message>
    <message>
        <source>Kept for the answer: {tokens}</source>
        <translation>Für die Antwort reserviert: {tokens}</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Key for {name}</source>
        <translation>Schlüssel für {name}</translation>
    </message>
    <message>
        <source>Key from the environment variable {variable}</source>
        <translation>Schlüssel aus der Umgebungsvariable {variable}</translation>
    </message>
    <message>
        <source>Key set</source>
        <translation>Schlüssel vorhanden</translation>
    </message>
    <message>
        <source>Key, not shown</source>
        <translation>Schlüssel, nicht gezeigt</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Keys and values</source>
        <translation>Keys und Values</translation>
    </message>
    <message>
        <source>Keys and values take 16 bits instead of {words}: a head of {length} numbers is no multiple of {block}.</source>
        <translation>Schlüssel und Werte haben 16 Bit statt {words}: Ein Kopf von {length} Zahlen ist kein Vielfaches von {block}.</translation>
    </message>
    <message>
        <source>Keys and values take 16 bits instead of {words}: this kind of model has no flash attention.</source>
        <translation>Schlüssel und Werte haben 16 Bit statt {words}: Diese Modellart hat keine Flash Attention.</translation>
    </message>
    <message>
        <source>Keys are kept in the system&apos;s keyring.</source>
        <translation>Schlüssel liegen im Schlüsselbund des Systems.</translation>
    </message>
    <message>
        <source>Keys stay in your system&apos;s keyring. Baton never writes them to a file and never shows them.</source>
        <translation>Schlüssel bleiben im Schlüsselbund des Systems. Baton schreibt sie nie in eine Datei und zeigt sie nie.</translation>
    </message>
    <message>
        <source>Keys, tokens and passwords found in a message or a result are replaced before they are sent to a model that does not run on this machine.</source>
        <translation>Schlüssel, Token und Passwörter in einer Nachricht oder einem Ergebnis werden ersetzt, bevor sie an ein Modell gehen, das nicht auf diesem Rechner läuft.</translation>
    </message>
    <message>
        <source>Key…</source>
        <translation>Schlüssel…</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Known are {known}.</source>
        <translation>Bekannt sind {known}.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größerer Text</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Letzter Monat</translation>
    </message>
    <message>
        <source>Last signed in</source>
        <translation>Zuletzt angemeldet</translation>
    </message>
    <message>
        <source>Last week</source>
        <translation>Letzte Woche</translation>
    </message>
    <message>
        <source>Launched</source>
        <translation>Gestartet</translation>
    </message>
    <message>
        <source>Lay an adapter over it…</source>
        <translation>Einen Adapter darüberlegen…</translation>
    </message>
    <message>
        <source>Layers on the GPU</source>
        <translation>Schichten auf der GPU</translation>
    </message>
    <message>
        <source>Lead the route where it led before</source>
        <translation>Die Route dorthin führen, wohin sie vorher führte</translation>
    </message>
    <message>
        <source>Leave --provider-batch out, or choose a model of Anthropic or OpenAI.</source>
        <translation>--provider-batch weglassen oder ein Modell von Anthropic oder OpenAI wählen.</translation>
    </message>
    <message>
        <source>Leave every parameter to the model&apos;s own default</source>
        <translation>Jeden Parameter auf der Vorgabe des Modells belassen</translation>
    </message>
    <message>
        <source>Leave it out, and Baton makes one.</source>
        <translation>Weglassen, dann erzeugt Baton einen.</translation>
    </message>
    <message>
        <source>Leave it out.</source>
        <translation>Weglassen.</translation>
    </message>
    <message>
        <source>Leave it to the model</source>
        <translation>Dem Modell überlassen</translation>
    </message>
    <message>
        <source>Leave out entry of {name}</source>
        <translation>Eintrag von {name} weglassen</translation>
    </message>
    <message>
        <source>Leave out what narrows it ({names}).</source>
        <translation>Weglassen, was eingrenzt ({names}).</translation>
    </message>
    <message>
        <source>Leave out what narrows it ({names}); look in another account or region (Ctrl+Shift+A), or ask for the same “in all regions”.</source>
        <translation>Weglassen, was eingrenzt ({names}); in einem anderen Konto oder einer anderen Region nachsehen (Strg+Umschalt+A) oder dasselbe „in all regions“ fragen.</translation>
    </message>
    <message>
        <source>Leave out {name}</source>
        <translation>{name} weglassen</translation>
    </message>
    <message>
        <source>Leave the budget or --provider-batch out.</source>
        <translation>Budget oder --provider-batch weglassen.</translation>
    </message>
    <message>
        <source>Leaves branch {branch}: version {version} of {versions} of what begins the chat.</source>
        <translation>Verlässt Zweig {branch}: Fassung {version} von {versions} dessen, womit der Chat beginnt.</translation>
    </message>
    <message>
        <source>Leaves branch {branch}: version {version} of {versions} of what follows “{message}”.</source>
        <translation>Verlässt Zweig {branch}: Fassung {version} von {versions} dessen, was auf „{message}“ folgt.</translation>
    </message>
    <message>
        <source>Left out: {parts}</source>
        <translation>Ausgelassen: {parts}</translation>
    </message>
    <message numerus="yes">
        <source>Left out: {parts} And 1 more.</source>
        <comment>Left out: {parts} And {count} more.</comment>
        <translation>
            <numerusform>Ausgelassen: {parts} Und 1 weiterer.</numerusform>
            <numerusform>Ausgelassen: {parts} Und {count} weitere.</numerusform>
        </translation>
    </message>
    <message>
        <source>Let it count</source>
        <translation>Gelten lassen</translation>
    </message>
    <message>
        <source>Let the alias lead to its key again</source>
        <translation>Den Alias wieder auf seinen Schlüssel zeigen lassen</translation>
    </message>
    <message>
        <source>Let the alias lead to its version again</source>
        <translation>Den Alias wieder auf seine Version zeigen lassen</translation>
    </message>
    <message>
        <source>Let the answer go on</source>
        <translation>Antwort fortsetzen</translation>
    </message>
    <message>
        <source>Let the answer go on where it stopped</source>
        <translation>Antwort fortsetzen, wo sie aufgehört hat</translation>
    </message>
    <message>
        <source>Let the model name chats</source>
        <translation>Chats vom Modell benennen lassen</translation>
    </message>
    <message>
        <source>Let the provider answer within a day, for less (Anthropic, OpenAI)</source>
        <translation>Binnen eines Tages, günstiger (Anthropic, OpenAI)</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Level {level}, Answer: {words}, {details}</source>
        <translation>Ebene {level}, Antwort: {words}, {details}</translation>
    </message>
    <message>
        <source>Level {level}, You: {words}, {details}</source>
        <translation>Ebene {level}, Sie: {words}, {details}</translation>
    </message>
    <message>
        <source>Level {level}, version {number} of {count}, Answer: {words}, {details}</source>
        <translation>Ebene {level}, Version {number} von {count}, Antwort: {words}, {details}</translation>
    </message>
    <message>
        <source>Level {level}, version {number} of {count}, You: {words}, {details}</source>
        <translation>Ebene {level}, Version {number} von {count}, Sie: {words}, {details}</translation>
    </message>
    <message>
        <source>Library (*.json)</source>
        <translation>Bibliothek (*.json)</translation>
    </message>
    <message>
        <source>Licence: {name}.</source>
        <translation>Lizenz: {name}.</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Line chart from {begin} to {end} UTC.</source>
        <translation>Liniendiagramm von {begin} bis {end} UTC.</translation>
    </message>
    <message>
        <source>Line {line}: it is no TOML ({problem}).</source>
        <translation>Zeile {line}: Es ist kein TOML ({problem}).</translation>
    </message>
    <message>
        <source>Line {line}: {problem}</source>
        <translation>Zeile {line}: {problem}</translation>
    </message>
    <message>
        <source>Line {number} belongs to no variable.</source>
        <translation>Zeile {number} gehört zu keiner Variablen.</translation>
    </message>
    <message>
        <source>Line {number} is no “word: value”.</source>
        <translation>Zeile {number} hat nicht die Form „Wort: Wert“.</translation>
    </message>
    <message>
        <source>Line {number} is set in by {indent} blanks; 2 or 4 is meant.</source>
        <translation>Zeile {number} ist um {indent} Leerzeichen eingerückt; 2 oder 4 sind vorgesehen.</translation>
    </message>
    <message>
        <source>Line {number} is set in with a tab; use two blanks.</source>
        <translation>Zeile {number} ist mit einem Tabulator eingerückt; zwei Leerzeichen verwenden.</translation>
    </message>
    <message>
        <source>Line {number} is set in, and nothing above it is open.</source>
        <translation>Zeile {number} ist eingerückt, und darüber ist nichts offen.</translation>
    </message>
    <message>
        <source>Line {number} of the list is no pattern: {fault}.</source>
        <translation>Zeile {number} der Liste ist kein Muster: {fault}.</translation>
    </message>
    <message>
        <source>Line {number} of the list repeats what repeats or branches: that can take for ever.</source>
        <translation>Zeile {number} der Liste wiederholt, was sich wiederholt oder verzweigt: Das kann endlos dauern.</translation>
    </message>
    <message>
        <source>Line {number} of {source} is not the one that {target} has a result for.</source>
        <translation>Zeile {number} von {source} ist nicht die, zu der {target} ein Ergebnis hat.</translation>
    </message>
    <message>
        <source>Line {number}: behind “{key}:” comes a new line, set in.</source>
        <translation>Zeile {number}: Auf „{key}:“ folgt eine neue, eingerückte Zeile.</translation>
    </message>
    <message>
        <source>Line {number}: kind is one of {known}; not {value}.</source>
        <translation>Zeile {number}: kind ist eines von {known}, nicht {value}.</translation>
    </message>
    <message>
        <source>Line {number}: multiline is yes or no; not {value}.</source>
        <translation>Zeile {number}: multiline ist yes oder no, nicht {value}.</translation>
    </message>
    <message>
        <source>Line {number}: nobody knows {key}; there are {known}.</source>
        <translation>Zeile {number}: {key} ist unbekannt; es gibt {known}.</translation>
    </message>
    <message>
        <source>Line {number}: the quotes of {key} do not close, or hold a wrong backslash.</source>
        <translation>Zeile {number}: Die Anführungszeichen von {key} schließen nicht oder enthalten einen falschen Rückstrich.</translation>
    </message>
    <message>
        <source>Line {number}: the variable {key} is described twice.</source>
        <translation>Zeile {number}: Die Variable {key} ist zweimal beschrieben.</translation>
    </message>
    <message>
        <source>Line {number}: {key} cannot be a variable&apos;s name.</source>
        <translation>Zeile {number}: {key} kann kein Variablenname sein.</translation>
    </message>
    <message>
        <source>Line {number}: {key} is empty; &quot;&quot; is written for an empty value.</source>
        <translation>Zeile {number}: {key} ist leer; ein leerer Wert wird als &quot;&quot; geschrieben.</translation>
    </message>
    <message>
        <source>Line {number}: {key} stands there twice.</source>
        <translation>Zeile {number}: {key} steht dort zweimal.</translation>
    </message>
    <message>
        <source>Lines of JSON (*.jsonl);;All (*)</source>
        <translation>JSON-Zeilen (*.jsonl);;Alle (*)</translation>
    </message>
    <message>
        <source>Link to {address}</source>
        <translation>Link zu {address}</translation>
    </message>
    <message numerus="yes">
        <source>List, 1 value</source>
        <comment>List, {count} values</comment>
        <translation>
            <numerusform>Liste, {count} Wert</numerusform>
            <numerusform>Liste, {count} Werte</numerusform>
        </translation>
    </message>
    <message>
        <source>LoRA adapter</source>
        <translation>LoRA-Adapter</translation>
    </message>
    <message>
        <source>Load all</source>
        <translation>Alles laden</translation>
    </message>
    <message>
        <source>Load more</source>
        <translation>Mehr laden</translation>
    </message>
    <message>
        <source>Load more of {call}</source>
        <translation>Mehr von {call} laden</translation>
    </message>
    <message>
        <source>Load with more context…</source>
        <translation>Mit mehr Kontext laden…</translation>
    </message>
    <message>
        <source>Load {model}</source>
        <translation>{model} laden</translation>
    </message>
    <message>
        <source>Loading more…</source>
        <translation>Mehr wird geladen…</translation>
    </message>
    <message>
        <source>Loading {model}</source>
        <translation>{model} wird geladen</translation>
    </message>
    <message>
        <source>Local models</source>
        <translation>Lokale Modelle</translation>
    </message>
    <message>
        <source>Local models are served at {address}.</source>
        <translation>Lokale Modelle werden unter {address} bereitgestellt.</translation>
    </message>
    <message>
        <source>Local models are served to other programs</source>
        <translation>Lokale Modelle werden anderen Programmen bereitgestellt</translation>
    </message>
    <message>
        <source>Local models are served to other programs at {address}. {about}</source>
        <translation>Lokale Modelle werden anderen Programmen unter {address} bereitgestellt. {about}</translation>
    </message>
    <message>
        <source>Local models: add, download, remove…</source>
        <translation>Lokale Modelle: hinzufügen, herunterladen, entfernen…</translation>
    </message>
    <message>
        <source>Local models…</source>
        <translation>Lokale Modelle…</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Log groups without a retention, which grow and cost more each month.</source>
        <translation>Protokollgruppen ohne Aufbewahrungsfrist, die wachsen und jeden Monat mehr kosten.</translation>
    </message>
    <message>
        <source>Log lines that are older than that are deleted.</source>
        <translation>Ältere Protokollzeilen werden gelöscht.</translation>
    </message>
    <message>
        <source>Logs kept for ever</source>
        <translation>Für immer aufbewahrte Protokolle</translation>
    </message>
    <message>
        <source>London</source>
        <translation>London</translation>
    </message>
    <message>
        <source>Long answer</source>
        <translation>Lange Antwort</translation>
    </message>
    <message>
        <source>Long text</source>
        <translation>Langer Text</translation>
    </message>
    <message>
        <source>Long text, {lines}</source>
        <translation>Langer Text, {lines}</translation>
    </message>
    <message>
        <source>Long texts</source>
        <translation>Lange Texte</translation>
    </message>
    <message>
        <source>Longest answer</source>
        <translation>Längste Antwort</translation>
    </message>
    <message>
        <source>Look again in a minute.</source>
        <translation>In einer Minute noch einmal nachsehen.</translation>
    </message>
    <message>
        <source>Look at baton doctor; installing Baton again builds it for this processor.</source>
        <translation>Mit baton doctor nachsehen; eine erneute Installation von Baton baut es für diesen Prozessor.</translation>
    </message>
    <message>
        <source>Look at its name and its folder.</source>
        <translation>Name und Ordner prüfen.</translation>
    </message>
    <message>
        <source>Look at its name.</source>
        <translation>Den Namen prüfen.</translation>
    </message>
    <message>
        <source>Look at its schema, its tools and its parameters.</source>
        <translation>Das Schema, die Werkzeuge und die Parameter ansehen.</translation>
    </message>
    <message>
        <source>Look at the budgets…</source>
        <translation>Budgets ansehen …</translation>
    </message>
    <message>
        <source>Look at the filter…</source>
        <translation>Filter ansehen …</translation>
    </message>
    <message>
        <source>Look at the network…</source>
        <translation>Netzwerk ansehen …</translation>
    </message>
    <message>
        <source>Look at the policy…</source>
        <translation>Richtlinie ansehen …</translation>
    </message>
    <message>
        <source>Look at the resource first.</source>
        <translation>Zuerst die Ressource ansehen.</translation>
    </message>
    <message>
        <source>Look back</source>
        <translation>Rückblick</translation>
    </message>
    <message>
        <source>Look for a repository whose name ends in -GGUF.</source>
        <translation>Nach einem Repository suchen, dessen Name auf -GGUF endet.</translation>
    </message>
    <message>
        <source>Look for it with: baton aws find TEXT</source>
        <translation>Danach suchen mit: baton aws find TEXT</translation>
    </message>
    <message>
        <source>Look for local servers</source>
        <translation>Lokale Server suchen</translation>
    </message>
    <message>
        <source>Look for the one that you saved when this one was encrypted; nothing was changed.</source>
        <translation>Den suchen, der beim Verschlüsseln dieses Verlaufs gespeichert wurde; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Look in another account or region (Ctrl+Shift+A), or ask for the same “in all regions”.</source>
        <translation>In einem anderen Konto oder einer anderen Region nachsehen (Strg+Umschalt+A) oder dasselbe „in all regions“ fragen.</translation>
    </message>
    <message>
        <source>Looked for operations: {text}</source>
        <translation>Nach Operationen gesucht: {text}</translation>
    </message>
    <message>
        <source>Looking through AWS&apos;s operations…</source>
        <translation>AWS-Operationen werden durchsucht …</translation>
    </message>
    <message>
        <source>Looking up AWS operations…</source>
        <translation>AWS-Operationen werden nachgeschlagen…</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Wird gesucht …</translation>
    </message>
    <message>
        <source>Lowers the chance of a word each time it was used. Above 0 repeats less.</source>
        <translation>Senkt die Wahrscheinlichkeit eines Wortes mit jeder Verwendung. Über 0 wiederholt sich weniger.</translation>
    </message>
    <message>
        <source>Lowers the chance of a word that would go on with a phrase already used; 0 is off, 0.8 is usual.</source>
        <translation>Senkt die Wahrscheinlichkeit eines Wortes, das eine schon verwendete Wendung fortsetzen würde; 0 schaltet es aus, 0.8 ist üblich.</translation>
    </message>
    <message>
        <source>Lowers the chance of every word that was used at all. Above 0 moves on to new subjects.</source>
        <translation>Senkt die Wahrscheinlichkeit jedes Wortes, das überhaupt vorkam. Über 0 geht es eher zu neuen Themen.</translation>
    </message>
    <message>
        <source>MFA code</source>
        <translation>MFA-Code</translation>
    </message>
    <message>
        <source>Made smaller, from {old_width} x {old_height} to {width} x {height} pixels, for models to take.</source>
        <translation>Verkleinert von {old_width} x {old_height} auf {width} x {height} Pixel, damit Modelle es annehmen.</translation>
    </message>
    <message>
        <source>Main memory: {free} free</source>
        <translation>Hauptspeicher: {free} frei</translation>
    </message>
    <message>
        <source>Main memory: {needed} of {free} free</source>
        <translation>Hauptspeicher: {needed} von {free} frei</translation>
    </message>
    <message>
        <source>Make another</source>
        <translation>Erneuern</translation>
    </message>
    <message>
        <source>Make another key</source>
        <translation>Den Schlüssel erneuern</translation>
    </message>
    <message>
        <source>Make it and its folder writable.</source>
        <translation>Datei und Ordner beschreibbar machen.</translation>
    </message>
    <message>
        <source>Make it one level higher.</source>
        <translation>Eine Ebene höher anlegen.</translation>
    </message>
    <message>
        <source>Make it writable, or set BATON_HOME to a folder that is.</source>
        <translation>Beschreibbar machen oder BATON_HOME auf einen solchen Ordner setzen.</translation>
    </message>
    <message>
        <source>Make its folder writable.</source>
        <translation>Den Ordner beschreibbar machen.</translation>
    </message>
    <message>
        <source>Make none</source>
        <translation>Keine machen</translation>
    </message>
    <message>
        <source>Make the earlier version the default again</source>
        <translation>Die frühere Version wieder zum Standard machen</translation>
    </message>
    <message>
        <source>Make the file and its folder writable, or point BATON_HOME at a folder that is.</source>
        <translation>Datei und Ordner beschreibbar machen oder BATON_HOME auf einen solchen Ordner setzen.</translation>
    </message>
    <message>
        <source>Make the folder for models writable.</source>
        <translation>Den Ordner für Modelle beschreibbar machen.</translation>
    </message>
    <message>
        <source>Make the folder writable, then sign in again.</source>
        <translation>Den Ordner beschreibbar machen, dann erneut anmelden.</translation>
    </message>
    <message>
        <source>Make the key active again</source>
        <translation>Den Schlüssel wieder aktiv machen</translation>
    </message>
    <message>
        <source>Make the key inactive again</source>
        <translation>Den Schlüssel wieder inaktiv machen</translation>
    </message>
    <message>
        <source>Makes words likelier or rarer: text=number or #token=number, such as maybe=-5; -100 forbids, 100 forces.</source>
        <translation>Macht Wörter wahrscheinlicher oder seltener: text=Zahl oder #token=Zahl, etwa maybe=-5; -100 verbietet, 100 erzwingt.</translation>
    </message>
    <message>
        <source>Malaysia</source>
        <translation>Malaysia</translation>
    </message>
    <message>
        <source>May be left empty</source>
        <translation>Darf leer bleiben</translation>
    </message>
    <message>
        <source>Melbourne</source>
        <translation>Melbourne</translation>
    </message>
    <message>
        <source>Memory for models</source>
        <translation>Speicher für Modelle</translation>
    </message>
    <message>
        <source>Memory for read prompts</source>
        <translation>Speicher für gelesene Prompts</translation>
    </message>
    <message>
        <source>Memory runs short: {free} of {total} are free.</source>
        <translation>Der Arbeitsspeicher wird knapp: {free} von {total} sind frei.</translation>
    </message>
    <message>
        <source>Mend endpoint_url in the AWS configuration, or AWS_ENDPOINT_URL in the environment.</source>
        <translation>endpoint_url in der AWS-Konfiguration oder AWS_ENDPOINT_URL in der Umgebung berichtigen.</translation>
    </message>
    <message>
        <source>Mend it (aws sts get-caller-identity --profile {title} shows what it says), or choose another account.</source>
        <translation>Ihn in Ordnung bringen (aws sts get-caller-identity --profile {title} zeigt, was er sagt) oder ein anderes Konto wählen.</translation>
    </message>
    <message>
        <source>Mend it and propose it again.</source>
        <translation>Berichtigen und erneut vorschlagen.</translation>
    </message>
    <message>
        <source>Mend it first.</source>
        <translation>Zuerst berichtigen.</translation>
    </message>
    <message>
        <source>Mend it in ~/.aws/config, or choose another account.</source>
        <translation>In ~/.aws/config berichtigen oder ein anderes Konto wählen.</translation>
    </message>
    <message>
        <source>Mend it now</source>
        <translation>Jetzt reparieren</translation>
    </message>
    <message>
        <source>Mend it, then save it.</source>
        <translation>Berichtigen, dann speichern.</translation>
    </message>
    <message>
        <source>Mend it; baton aws policy check names every line that is wrong.</source>
        <translation>Berichtigen; baton aws policy check nennt jede falsche Zeile.</translation>
    </message>
    <message>
        <source>Mend its file, or choose another.</source>
        <translation>Die Datei berichtigen oder einen anderen wählen.</translation>
    </message>
    <message>
        <source>Mend its file.</source>
        <translation>Die Datei berichtigen.</translation>
    </message>
    <message>
        <source>Mend the endpoint in the parameters.</source>
        <translation>Den Endpunkt in den Parametern berichtigen.</translation>
    </message>
    <message>
        <source>Mend the file (each section begins with [profile NAME]); the demo account works meanwhile.</source>
        <translation>Die Datei berichtigen (jeder Abschnitt beginnt mit [profile NAME]); das Demokonto funktioniert so lange.</translation>
    </message>
    <message>
        <source>Mend the history</source>
        <translation>Verlauf reparieren</translation>
    </message>
    <message>
        <source>Mend them and try again.</source>
        <translation>Berichtigen und erneut versuchen.</translation>
    </message>
    <message>
        <source>Mend ~/.aws/config and ~/.aws/credentials; the demo account works meanwhile.</source>
        <translation>~/.aws/config und ~/.aws/credentials berichtigen; das Demokonto funktioniert so lange.</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Merge its parts, or choose another model.</source>
        <translation>Seine Teile zusammenführen oder ein anderes Modell wählen.</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Messages sent before, at the beginning or the end of the text</source>
        <translation>Früher gesendete Nachrichten, am Anfang oder Ende des Textes</translation>
    </message>
    <message>
        <source>Messages sent to it since are lost.</source>
        <translation>Seitdem gesendete Nachrichten sind verloren.</translation>
    </message>
    <message>
        <source>Messages with a picture.</source>
        <translation>Nachrichten mit einem Bild.</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>Metric {number}</source>
        <translation>Metrik {number}</translation>
    </message>
    <message>
        <source>Mexico</source>
        <translation>Mexiko</translation>
    </message>
    <message>
        <source>MiB</source>
        <translation>MiB</translation>
    </message>
    <message>
        <source>Milan</source>
        <translation>Mailand</translation>
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
        <translation>Mirostat und adaptives Sampling</translation>
    </message>
    <message>
        <source>Mirostat rate</source>
        <translation>Mirostat-Rate</translation>
    </message>
    <message>
        <source>Mirostat target</source>
        <translation>Mirostat-Ziel</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Model and parameters</source>
        <translation>Modell und Parameter</translation>
    </message>
    <message>
        <source>Model and parameters – Baton</source>
        <translation>Modell und Parameter – Baton</translation>
    </message>
    <message>
        <source>Model files</source>
        <translation>Modelldateien</translation>
    </message>
    <message>
        <source>Model files…</source>
        <translation>Modelldateien …</translation>
    </message>
    <message>
        <source>Model for new chats</source>
        <translation>Modell für neue Chats</translation>
    </message>
    <message>
        <source>Model that judges</source>
        <translation>Modell, das urteilt</translation>
    </message>
    <message>
        <source>Model to add</source>
        <translation>Modell zum Hinzufügen</translation>
    </message>
    <message>
        <source>Model …</source>
        <translation>Modell …</translation>
    </message>
    <message>
        <source>Model: {model}</source>
        <translation>Modell: {model}</translation>
    </message>
    <message>
        <source>Model: {title}</source>
        <translation>Modell: {title}</translation>
    </message>
    <message>
        <source>Model: {value}</source>
        <translation>Modell: {value}</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Models (*.gguf);;All (*)</source>
        <translation>Modelle (*.gguf);;Alle (*)</translation>
    </message>
    <message>
        <source>Models in order; Alt and an arrow moves one, Delete takes it out</source>
        <translation>Modelle in ihrer Reihenfolge; Alt und ein Pfeil verschiebt eines, Entf nimmt es heraus</translation>
    </message>
    <message>
        <source>Models on this machine cost nothing and are not counted.</source>
        <translation>Modelle auf diesem Rechner kosten nichts und werden nicht gezählt.</translation>
    </message>
    <message>
        <source>Models that run on this machine, offline and in private. Baton runs GGUF files.</source>
        <translation>Modelle, die auf diesem Rechner laufen, offline und privat. Baton führt GGUF-Dateien aus.</translation>
    </message>
    <message>
        <source>Moderation</source>
        <translation>Moderation</translation>
    </message>
    <message>
        <source>Money a day</source>
        <translation>Geld am Tag</translation>
    </message>
    <message>
        <source>Money a month</source>
        <translation>Geld im Monat</translation>
    </message>
    <message>
        <source>Monthly cost unknown.</source>
        <translation>Monatliche Kosten unbekannt.</translation>
    </message>
    <message>
        <source>Monthly cost unknown: {reason}.</source>
        <translation>Monatliche Kosten unbekannt: {reason}.</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More about choosing words</source>
        <translation>Mehr zur Wahl der Wörter</translation>
    </message>
    <message>
        <source>More for {name}</source>
        <translation>Mehr zu {name}</translation>
    </message>
    <message>
        <source>More to do with this answer</source>
        <translation>Mehr zu dieser Antwort</translation>
    </message>
    <message>
        <source>More to do with this message</source>
        <translation>Mehr zu dieser Nachricht</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>Move that aside, or point BATON_HOME at another folder.</source>
        <translation>Das beiseitelegen oder BATON_HOME auf einen anderen Ordner setzen.</translation>
    </message>
    <message>
        <source>Move the list of chats to the other side</source>
        <translation>Chatliste auf die andere Seite verschieben</translation>
    </message>
    <message>
        <source>Move the model dock to the other side</source>
        <translation>Modellbereich auf die andere Seite verschieben</translation>
    </message>
    <message>
        <source>Move the note {target} away to send its lines anew.</source>
        <translation>Die Notiz {target} verschieben, um die Zeilen neu zu senden.</translation>
    </message>
    <message>
        <source>Move those within it first.</source>
        <translation>Zuerst die darin liegenden verschieben.</translation>
    </message>
    <message>
        <source>Move to</source>
        <translation>Verschieben nach</translation>
    </message>
    <message>
        <source>Mumbai</source>
        <translation>Mumbai</translation>
    </message>
    <message>
        <source>Must be a time as in 2026-11-20T09:00:00Z.</source>
        <translation>Erforderlich ist ein Zeitpunkt wie 2026-11-20T09:00:00Z.</translation>
    </message>
    <message>
        <source>Must be at least {bound} characters.</source>
        <translation>Muss mindestens {bound} Zeichen haben.</translation>
    </message>
    <message>
        <source>Must be at least {bound} entries.</source>
        <translation>Muss mindestens {bound} Einträge haben.</translation>
    </message>
    <message>
        <source>Must be at least {bound}.</source>
        <translation>Muss mindestens {bound} sein.</translation>
    </message>
    <message>
        <source>Must be at most {bound} characters.</source>
        <translation>Darf höchstens {bound} Zeichen haben.</translation>
    </message>
    <message>
        <source>Must be at most {bound} entries.</source>
        <translation>Darf höchstens {bound} Einträge haben.</translation>
    </message>
    <message>
        <source>Must be at most {bound}.</source>
        <translation>Darf höchstens {bound} sein.</translation>
    </message>
    <message>
        <source>Must be {kind}.</source>
        <translation>Erforderlich ist {kind}.</translation>
    </message>
    <message>
        <source>Must not be empty.</source>
        <translation>Darf nicht leer sein.</translation>
    </message>
    <message>
        <source>N. California</source>
        <translation>Nordkalifornien</translation>
    </message>
    <message>
        <source>N. Virginia</source>
        <translation>Nord-Virginia</translation>
    </message>
    <message>
        <source>NAT gateway</source>
        <translation>NAT-Gateway</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name a file with --out.</source>
        <translation>Mit --out eine Datei angeben.</translation>
    </message>
    <message>
        <source>Name a file with one prompt a line.</source>
        <translation>Eine Datei mit einem Prompt je Zeile angeben.</translation>
    </message>
    <message>
        <source>Name a readable file of certificates in PEM form, or leave it empty.</source>
        <translation>Eine lesbare Datei mit Zertifikaten im PEM-Format angeben oder das Feld leer lassen.</translation>
    </message>
    <message>
        <source>Name another file with --out.</source>
        <translation>Mit --out eine andere Datei angeben.</translation>
    </message>
    <message>
        <source>Name another file.</source>
        <translation>Eine andere Datei angeben.</translation>
    </message>
    <message>
        <source>Name at least one of each.</source>
        <translation>Von beidem mindestens eines nennen.</translation>
    </message>
    <message>
        <source>Name fewer accounts or regions.</source>
        <translation>Weniger Konten oder Regionen nennen.</translation>
    </message>
    <message>
        <source>Name in {name}</source>
        <translation>Name in {name}</translation>
    </message>
    <message>
        <source>Name its &apos;properties&apos;, or choose another model.</source>
        <translation>Seine &apos;properties&apos; nennen oder ein anderes Modell wählen.</translation>
    </message>
    <message>
        <source>Name of the folder:</source>
        <translation>Name des Ordners:</translation>
    </message>
    <message>
        <source>Name of the parameter to add</source>
        <translation>Name des Parameters, der hinzugefügt wird</translation>
    </message>
    <message>
        <source>Name one of the request&apos;s tools, or leave the choice to the model.</source>
        <translation>Eines der Werkzeuge der Anfrage nennen oder dem Modell die Wahl lassen.</translation>
    </message>
    <message>
        <source>Name one that speaks HTTP, as in http://proxy.example.com:3128.</source>
        <translation>Einen nennen, der HTTP spricht, etwa http://proxy.example.com:3128.</translation>
    </message>
    <message>
        <source>Name one with --file: {names}.</source>
        <translation>Eines mit --file nennen: {names}.</translation>
    </message>
    <message>
        <source>Name one, or a pattern such as *-dev. There are: {names}.</source>
        <translation>Eines nennen oder ein Muster wie *-dev. Es gibt: {names}.</translation>
    </message>
    <message>
        <source>Name openai or an endpoint that has one.</source>
        <translation>openai oder einen Endpunkt angeben, der einen hat.</translation>
    </message>
    <message>
        <source>Name the model, or leave --provider-batch out.</source>
        <translation>Das Modell nennen oder --provider-batch weglassen.</translation>
    </message>
    <message>
        <source>Name the properties, or choose a cloud model.</source>
        <translation>Die Eigenschaften nennen oder ein Cloud-Modell wählen.</translation>
    </message>
    <message>
        <source>Name the regions in which it is to change something.</source>
        <translation>Die Regionen nennen, in denen geändert werden soll.</translation>
    </message>
    <message>
        <source>Named sets of parameters ({keys})</source>
        <translation>Benannte Parametersätze ({keys})</translation>
    </message>
    <message>
        <source>Names in the result</source>
        <translation>Namen im Ergebnis</translation>
    </message>
    <message>
        <source>Narrow the search: by date, model, AWS action, folder…</source>
        <translation>Suche eingrenzen: nach Datum, Modell, AWS-Aktion, Ordner…</translation>
    </message>
    <message>
        <source>Narrow the shortcuts</source>
        <translation>Tastenkürzel eingrenzen</translation>
    </message>
    <message>
        <source>Nearly full: {amount}</source>
        <translation>Fast voll: {amount}</translation>
    </message>
    <message>
        <source>Needs a key</source>
        <translation>Braucht einen Schlüssel</translation>
    </message>
    <message>
        <source>Needs {needed}: weights {weights}, context {context}, work {work}</source>
        <translation>Braucht {needed}: Gewichte {weights}, Kontext {context}, Arbeitsspeicher {work}</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Never wait</source>
        <translation>Nie warten</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>New Zealand</source>
        <translation>Neuseeland</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Neuer Chat</translation>
    </message>
    <message>
        <source>New chat</source>
        <comment>a title</comment>
        <translation>Neuer Chat</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Neuer Ordner</translation>
    </message>
    <message>
        <source>New folder in it…</source>
        <translation>Neuer Ordner darin…</translation>
    </message>
    <message>
        <source>New folder…</source>
        <translation>Neuer Ordner…</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Neuer Name</translation>
    </message>
    <message>
        <source>New objects are copied to another bucket, whoever can read that one.</source>
        <translation>Neue Objekte werden in einen anderen Bucket kopiert, wer auch immer den lesen kann.</translation>
    </message>
    <message>
        <source>New objects are encrypted with S3&apos;s own key alone.</source>
        <translation>Neue Objekte werden nur noch mit dem S3-eigenen Schlüssel verschlüsselt.</translation>
    </message>
    <message>
        <source>New text below</source>
        <translation>Neuer Text unten</translation>
    </message>
    <message>
        <source>New volumes will be stored without encryption.</source>
        <translation>Neue Volumes werden unverschlüsselt gespeichert.</translation>
    </message>
    <message>
        <source>Newer version of the message that has the focus</source>
        <translation>Neuere Fassung der Nachricht, die den Fokus hat</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Neueste</translation>
    </message>
    <message>
        <source>Next (Enter)</source>
        <translation>Nächstes (Enter)</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>Nächster Teil des Fensters</translation>
    </message>
    <message>
        <source>Next turn</source>
        <translation>Nächster Beitrag</translation>
    </message>
    <message>
        <source>Nightly backups of the last</source>
        <translation>Nächtliche Sicherungen der letzten</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>No AWS</source>
        <translation>Kein AWS</translation>
    </message>
    <message>
        <source>No AWS account</source>
        <translation>Kein AWS-Konto</translation>
    </message>
    <message>
        <source>No AWS in this chat</source>
        <translation>Kein AWS in diesem Chat</translation>
    </message>
    <message>
        <source>No IAM access level is known for it, so it counts as a change.</source>
        <translation>Dafür ist keine IAM-Zugriffsebene bekannt, daher gilt es als Änderung.</translation>
    </message>
    <message>
        <source>No account fits {word}.</source>
        <translation>Kein Konto passt zu {word}.</translation>
    </message>
    <message>
        <source>No answer within {timeout} s.</source>
        <translation>Keine Antwort innerhalb von {timeout} s.</translation>
    </message>
    <message>
        <source>No answers are kept.</source>
        <translation>Es werden keine Antworten aufbewahrt.</translation>
    </message>
    <message>
        <source>No answers were kept.</source>
        <translation>Es waren keine Antworten aufbewahrt.</translation>
    </message>
    <message>
        <source>No backup is made.</source>
        <translation>Es wird keine Sicherung erstellt.</translation>
    </message>
    <message>
        <source>No entry fits what is looked for.</source>
        <translation>Kein Eintrag passt zur Suche.</translation>
    </message>
    <message>
        <source>No entry holds {text!r}.</source>
        <translation>Kein Eintrag enthält {text!r}.</translation>
    </message>
    <message>
        <source>No file, so the defaults count.</source>
        <translation>Keine Datei, daher gelten die Vorgaben.</translation>
    </message>
    <message>
        <source>No folder</source>
        <translation>Kein Ordner</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Kein Schlüssel</translation>
    </message>
    <message>
        <source>No last backup is taken: the data is gone for good.</source>
        <translation>Es wird keine letzte Sicherung gemacht: Die Daten sind endgültig weg.</translation>
    </message>
    <message>
        <source>No last snapshot is taken: the data is gone for good.</source>
        <translation>Es wird kein letzter Snapshot gemacht: Die Daten sind endgültig weg.</translation>
    </message>
    <message numerus="yes">
        <source>No last snapshot is taken: what changed since the last one is lost (1 snapshot).</source>
        <comment>No last snapshot is taken: what changed since the last one is lost ({count} snapshots).</comment>
        <translation>
            <numerusform>Es wird kein letzter Snapshot gemacht: Was sich seit dem vorigen geändert hat, ist verloren (1 Snapshot).</numerusform>
            <numerusform>Es wird kein letzter Snapshot gemacht: Was sich seit dem vorigen geändert hat, ist verloren ({count} Snapshots).</numerusform>
        </translation>
    </message>
    <message>
        <source>No last snapshot is taken: what changed since the last one is lost (none known).</source>
        <translation>Es wird kein letzter Snapshot gemacht: Was sich seit dem vorigen geändert hat, ist verloren (keiner bekannt).</translation>
    </message>
    <message>
        <source>No layer lies on a GPU: llama.cpp sees none here.</source>
        <translation>Keine Schicht liegt auf einer GPU: llama.cpp sieht hier keine.</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Unbegrenzt</translation>
    </message>
    <message>
        <source>No log is kept: {file} cannot be written ({why}).</source>
        <translation>Es wird kein Protokoll geführt: {file} kann nicht geschrieben werden ({why}).</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>Kein Modell</translation>
    </message>
    <message>
        <source>No model files yet. Find one above, or add one you have.</source>
        <translation>Noch keine Modelldateien. Oben eine suchen, oder eine vorhandene hinzufügen.</translation>
    </message>
    <message>
        <source>No model fits. Search for a part of its name, as in: qwen 7b</source>
        <translation>Kein Modell passt. Nach einem Teil des Namens suchen, zum Beispiel: qwen 7b</translation>
    </message>
    <message>
        <source>No model is set for it in Settings &gt; Routing.</source>
        <translation>Unter Einstellungen &gt; Weiterleitung ist dafür kein Modell festgelegt.</translation>
    </message>
    <message>
        <source>No playbook fits “{typed}”.</source>
        <translation>Kein Playbook passt zu „{typed}“.</translation>
    </message>
    <message>
        <source>No policy of yours allows {actions}. {advice}</source>
        <translation>Keine der vorhandenen Richtlinien erlaubt {actions}. {advice}</translation>
    </message>
    <message>
        <source>No price of {kind} is known in {region}.</source>
        <translation>Für {kind} in {region} ist kein Preis bekannt.</translation>
    </message>
    <message>
        <source>No program opens it. It is {path}.</source>
        <translation>Kein Programm öffnet diese Datei: {path}.</translation>
    </message>
    <message>
        <source>No program opens {name!r} here. Save it and open it yourself.</source>
        <translation>Hier öffnet kein Programm {name!r}. Die Datei speichern und selbst öffnen.</translation>
    </message>
    <message>
        <source>No programs wait for an answer.</source>
        <translation>Kein Programm wartet auf Antwort.</translation>
    </message>
    <message>
        <source>No prompt fits “{typed}”.</source>
        <translation>Kein Prompt passt zu „{typed}“.</translation>
    </message>
    <message>
        <source>No prompt has the variable {name}.</source>
        <translation>Kein Prompt hat die Variable {name}.</translation>
    </message>
    <message>
        <source>No prompt here asks for any.</source>
        <translation>Kein Prompt fragt hier nach einer.</translation>
    </message>
    <message>
        <source>No provider of models is passed over.</source>
        <translation>Kein Anbieter von Modellen wird übergangen.</translation>
    </message>
    <message>
        <source>No region is chosen for Amazon Bedrock, and {title!r} has none of its own.</source>
        <translation>Für Amazon Bedrock ist keine Region gewählt, und {title!r} hat keine eigene.</translation>
    </message>
    <message>
        <source>No setting fits.</source>
        <translation>Keine Einstellung passt.</translation>
    </message>
    <message>
        <source>No text</source>
        <translation>Kein Text</translation>
    </message>
    <message>
        <source>No text (stopped)</source>
        <translation>Kein Text (angehalten)</translation>
    </message>
    <message>
        <source>No work</source>
        <translation>Keine Vorgänge</translation>
    </message>
    <message>
        <source>Nobody could answer. Your message is kept.
{whys}
{remedy}</source>
        <translation>Niemand konnte antworten. Die Nachricht bleibt erhalten.
{whys}
{remedy}</translation>
    </message>
    <message>
        <source>Nobody has signed in here yet.</source>
        <translation>Hier hat sich noch niemand angemeldet.</translation>
    </message>
    <message>
        <source>Nobody is asked for a second factor any more.</source>
        <translation>Niemand wird mehr nach einem zweiten Faktor gefragt.</translation>
    </message>
    <message>
        <source>Nobody told what this model costs. Correct facts… in the dock beside the chat takes its price.</source>
        <translation>Was dieses Modell kostet, ist nicht bekannt. Der Preis lässt sich im Bereich neben dem Chat unter „Angaben korrigieren…“ eintragen.</translation>
    </message>
    <message>
        <source>Nobody waits any more; what AWS does goes on.</source>
        <translation>Es wartet niemand mehr; was AWS tut, läuft weiter.</translation>
    </message>
    <message>
        <source>Nobody waits for an answer now. No program has asked yet.</source>
        <translation>Niemand wartet jetzt auf eine Antwort. Noch hat kein Programm gefragt.</translation>
    </message>
    <message>
        <source>Nobody waits for an answer now. {asked}</source>
        <translation>Niemand wartet jetzt auf eine Antwort. {asked}</translation>
    </message>
    <message>
        <source>Nobody was there to agree, so it was not carried out.</source>
        <translation>Niemand war da, um zuzustimmen, daher wurde es nicht ausgeführt.</translation>
    </message>
    <message>
        <source>Nobody was there to agree, so nothing was carried out.</source>
        <translation>Niemand war da, um zuzustimmen, daher wurde nichts ausgeführt.</translation>
    </message>
    <message>
        <source>Nobody was there to say yes. Nothing was sent to AWS.</source>
        <translation>Niemand war da, um zuzustimmen. Es wurde nichts an AWS gesendet.</translation>
    </message>
    <message>
        <source>Nobody would answer.</source>
        <translation>Niemand würde antworten.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>None</source>
        <comment>to be ticked</comment>
        <translation>Keine</translation>
    </message>
    <message>
        <source>None of its own</source>
        <translation>Kein eigenes</translation>
    </message>
    <message>
        <source>None there</source>
        <translation>Nichts vorhanden</translation>
    </message>
    <message>
        <source>None yet. Add one by its address, take a well known one, or let Baton look for some here.</source>
        <translation>Noch keiner. Einen über seine Adresse hinzufügen, einen bekannten nehmen oder Baton hier danach suchen lassen.</translation>
    </message>
    <message>
        <source>None yet. The first one is made tonight, or now.</source>
        <translation>Noch keine. Die erste wird heute Nacht gemacht, oder jetzt.</translation>
    </message>
    <message>
        <source>None. Write {{name}} in the text, and it is asked for when the prompt is used.</source>
        <translation>Keine. {{name}} in den Text schreiben, dann wird danach gefragt, wenn der Prompt verwendet wird.</translation>
    </message>
    <message>
        <source>None: only the defaults count.</source>
        <translation>Keine: Es gelten nur die Vorgaben.</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation>Normale Textgröße</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>Noch nicht gefragt</translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation>Gar nicht</translation>
    </message>
    <message>
        <source>Not begun, because step {stopped_at} did not end well.</source>
        <translation>Nicht begonnen, weil Schritt {stopped_at} nicht gut ausging.</translation>
    </message>
    <message>
        <source>Not begun.</source>
        <translation>Nicht begonnen.</translation>
    </message>
    <message>
        <source>Not enabled, so not asked: {places}.</source>
        <translation>Nicht aktiviert, daher nicht gefragt: {places}.</translation>
    </message>
    <message>
        <source>Not encrypted: the settings, the prompt library, drafts of messages, downloaded models, the log, and files that were exported. The disk may hold remains of the unencrypted history until it uses the place again; only encryption of the whole disk covers those.</source>
        <translation>Nicht verschlüsselt: Einstellungen, Prompt-Bibliothek, Entwürfe von Nachrichten, heruntergeladene Modelle, das Protokoll und exportierte Dateien. Auf der Festplatte können Reste des unverschlüsselten Verlaufs liegen, bis ihr Platz neu genutzt wird; davor schützt nur die Verschlüsselung der ganzen Festplatte.</translation>
    </message>
    <message>
        <source>Not everything about it could be looked up, so it is asked about.</source>
        <translation>Nicht alles dazu ließ sich nachsehen, daher wird gefragt.</translation>
    </message>
    <message>
        <source>Not everything was looked up in time.</source>
        <translation>Nicht alles wurde rechtzeitig nachgesehen.</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>Not reachable ({where}): {problem}</source>
        <translation>Nicht erreichbar ({where}): {problem}</translation>
    </message>
    <message>
        <source>Not sent yet: an answer is being written. Esc stops it.</source>
        <translation>Noch nicht gesendet: Eine Antwort wird gerade geschrieben. Esc hält sie an.</translation>
    </message>
    <message>
        <source>Not sent yet: the question above waits for your choice. Esc sends nothing.</source>
        <translation>Noch nicht gesendet: Die Frage oben wartet auf eine Entscheidung. Mit Esc wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Not sent yet: {name!r} is still being read.</source>
        <translation>Noch nicht gesendet: {name!r} wird noch gelesen.</translation>
    </message>
    <message numerus="yes">
        <source>Not sent: the oldest turn</source>
        <comment>Not sent: the {count} oldest turns</comment>
        <translation>
            <numerusform>Nicht gesendet: der älteste Beitrag</numerusform>
            <numerusform>Nicht gesendet: die {count} ältesten Beiträge</numerusform>
        </translation>
    </message>
    <message>
        <source>Not up to date</source>
        <translation>Nicht aktuell</translation>
    </message>
    <message>
        <source>Not used: {problem}</source>
        <translation>Nicht verwendet: {problem}</translation>
    </message>
    <message>
        <source>Not {state} after {took} and {looks} looks</source>
        <translation>Nach {took} und {looks} Blicken nicht erreicht: {state}</translation>
    </message>
    <message>
        <source>Not {state} after {took} and {looks} looks, now {now}</source>
        <translation>Nach {took} und {looks} Blicken nicht erreicht: {state}, jetzt {now}</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Nothing answered on the ports {ports} of this machine. Start the server, then look again.</source>
        <translation>An den Ports {ports} dieses Rechners hat nichts geantwortet. Den Server starten, dann noch einmal suchen.</translation>
    </message>
    <message>
        <source>Nothing answers at {url}.</source>
        <translation>Unter {url} antwortet nichts.</translation>
    </message>
    <message>
        <source>Nothing can be launched from the image any more.</source>
        <translation>Aus dem Image lässt sich nichts mehr starten.</translation>
    </message>
    <message>
        <source>Nothing could be read from it, and there was no sound backup; a new, empty history was begun.</source>
        <translation>Nichts daraus war lesbar, und es gab keine intakte Sicherung; ein neuer, leerer Verlauf wurde begonnen.</translation>
    </message>
    <message>
        <source>Nothing could be read from it; a new, empty history was begun.</source>
        <translation>Nichts daraus war lesbar; ein neuer, leerer Verlauf wurde begonnen.</translation>
    </message>
    <message>
        <source>Nothing fits “{typed}”. Fewer letters find more.</source>
        <translation>Nichts passt zu „{typed}“. Weniger Buchstaben finden mehr.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <comment>in a search</comment>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>Nothing found for “{text}”.</source>
        <translation>Nichts gefunden für „{text}“.</translation>
    </message>
    <message>
        <source>Nothing found for “{text}”. Take a filter away to search further.</source>
        <translation>Nichts gefunden für „{text}“. Einen Filter entfernen, um weiter zu suchen.</translation>
    </message>
    <message>
        <source>Nothing found for “{text}”. {word} is no filter, so it was searched for as text. Filters are {filters}.</source>
        <translation>Nichts gefunden für „{text}“. {word} ist kein Filter und wurde deshalb als Text gesucht. Filter sind {filters}.</translation>
    </message>
    <message>
        <source>Nothing has been logged yet; it will be written to {file}.</source>
        <translation>Es wurde noch nichts protokolliert; geschrieben wird nach {file}.</translation>
    </message>
    <message>
        <source>Nothing in a picture or a PDF can be hidden. Refused ones are sent to models on this machine only.</source>
        <translation>In einem Bild oder PDF lässt sich nichts verbergen. Abgelehnte gehen nur an Modelle auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Nothing in them was hidden.</source>
        <translation>Nichts darin wurde verborgen.</translation>
    </message>
    <message>
        <source>Nothing is going on.

Downloads, loading a model, imports and exports, batches, playbooks and waiting for AWS are listed here while they last, with how far they are and a button that stops them.</source>
        <translation>Zurzeit läuft nichts.

Downloads, das Laden eines Modells, Import und Export, Stapel, Playbooks und das Warten auf AWS stehen hier, solange sie dauern, mit ihrem Fortschritt und einer Schaltfläche zum Anhalten.</translation>
    </message>
    <message>
        <source>Nothing is put away. Archive a chat with Ctrl+E: it leaves the list and is still found.</source>
        <translation>Nichts ist archiviert. Strg+E archiviert einen Chat: er verlässt die Liste und wird weiterhin gefunden.</translation>
    </message>
    <message>
        <source>Nothing is sent to find that out.</source>
        <translation>Um das herauszufinden, wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Nothing is set: change a parameter first, then save it as a preset.</source>
        <translation>Es ist nichts eingestellt: zuerst einen Parameter ändern, dann als Voreinstellung speichern.</translation>
    </message>
    <message>
        <source>Nothing is there in any of {count} places. Asked was {call}.</source>
        <translation>An keinem von {count} Orten ist etwas. Gefragt wurde {call}.</translation>
    </message>
    <message>
        <source>Nothing is there in {account}. Asked was {call}.</source>
        <translation>Nichts vorhanden ({account}). Gefragt wurde {call}.</translation>
    </message>
    <message>
        <source>Nothing is there in {region} of {account}. Asked was {call}.</source>
        <translation>Nichts vorhanden ({account}, {region}). Gefragt wurde {call}.</translation>
    </message>
    <message>
        <source>Nothing is written.</source>
        <translation>Es wird nichts geschrieben.</translation>
    </message>
    <message>
        <source>Nothing leaves this machine.</source>
        <translation>Nichts verlässt diesen Rechner.</translation>
    </message>
    <message>
        <source>Nothing left this machine for this answer.</source>
        <translation>Für diese Antwort hat nichts diesen Rechner verlassen.</translation>
    </message>
    <message>
        <source>Nothing more is known.</source>
        <translation>Mehr ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Nothing of that plan was carried out that could be undone.</source>
        <translation>Von diesem Plan wurde nichts ausgeführt, was rückgängig zu machen wäre.</translation>
    </message>
    <message>
        <source>Nothing of the plan was carried out.</source>
        <translation>Nichts vom Plan wurde ausgeführt.</translation>
    </message>
    <message>
        <source>Nothing of this chat would be left.</source>
        <translation>Von diesem Chat bliebe nichts übrig.</translation>
    </message>
    <message>
        <source>Nothing of this file can be shown here.</source>
        <translation>Von dieser Datei lässt sich hier nichts zeigen.</translation>
    </message>
    <message>
        <source>Nothing of {model} was corrected.</source>
        <translation>An {model} wurde nichts berichtigt.</translation>
    </message>
    <message>
        <source>Nothing runs before you have agreed to it.</source>
        <translation>Nichts läuft ohne Zustimmung.</translation>
    </message>
    <message>
        <source>Nothing that pictures and PDFs show can be hidden. Of pictures, where and when they were taken is not sent.</source>
        <translation>Was Bilder und PDFs zeigen, lässt sich nicht verbergen. Von Bildern wird nicht gesendet, wo und wann sie aufgenommen wurden.</translation>
    </message>
    <message>
        <source>Nothing was carried out before</source>
        <translation>Zuvor wurde nichts ausgeführt</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Nothing was changed. Check the disk, then try again.</source>
        <translation>Nichts wurde geändert. Den Datenträger prüfen, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>Nothing was changed; mend {name} and try again.</source>
        <translation>Nichts wurde geändert; {name} berichtigen und erneut versuchen.</translation>
    </message>
    <message>
        <source>Nothing was changed; paste the key once more.</source>
        <translation>Nichts wurde geändert; den Schlüssel noch einmal einfügen.</translation>
    </message>
    <message>
        <source>Nothing was changed; try again.</source>
        <translation>Nichts wurde geändert; erneut versuchen.</translation>
    </message>
    <message>
        <source>Nothing was deleted from this chat that could be put back.</source>
        <translation>In diesem Chat wurde nichts gelöscht, das sich zurückholen ließe.</translation>
    </message>
    <message>
        <source>Nothing was found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>Nothing was imported.</source>
        <translation>Es wurde nichts importiert.</translation>
    </message>
    <message>
        <source>Nothing was looked up: reads are set to be asked about.</source>
        <translation>Nichts wurde nachgesehen: Lesen ist auf Nachfragen eingestellt.</translation>
    </message>
    <message>
        <source>Nothing was noted.</source>
        <translation>Nichts wurde vermerkt.</translation>
    </message>
    <message>
        <source>Nothing was saved.</source>
        <translation>Nichts wurde gespeichert.</translation>
    </message>
    <message>
        <source>Nothing was sent to AWS.</source>
        <translation>Es wurde nichts an AWS gesendet.</translation>
    </message>
    <message>
        <source>Nothing was sent. {problem}</source>
        <translation>Nichts wurde gesendet. {problem}</translation>
    </message>
    <message>
        <source>Nothing was sent: only AWS itself is trusted to do nothing in a dry run. The parameters fit its model.</source>
        <translation>Nichts wurde gesendet: Nur AWS selbst wird zugetraut, in einem Probelauf nichts zu tun. Die Parameter passen zum Modell der Operation.</translation>
    </message>
    <message>
        <source>Nothing was sent: the price of {id} is unknown, so {budget} cannot count it.</source>
        <translation>Nichts wurde gesendet: Der Preis von {id} ist unbekannt, daher kann {budget} ihn nicht mitzählen.</translation>
    </message>
    <message>
        <source>Nothing was sent: this operation has no dry run. The parameters fit its model.</source>
        <translation>Nichts wurde gesendet: Diese Operation hat keinen Probelauf. Die Parameter passen zu ihrem Modell.</translation>
    </message>
    <message>
        <source>Nothing was sent: what {id} would read is more than is left of {budget} ({used} are used).</source>
        <translation>Nichts wurde gesendet: {id} würde mehr lesen, als übrig ist; gemeint ist {budget} ({used} verbraucht).</translation>
    </message>
    <message>
        <source>Nothing was sent: {budget} is used up ({used}).</source>
        <translation>Nichts wurde gesendet: {budget} ist ausgeschöpft ({used}).</translation>
    </message>
    <message>
        <source>Nothing was sent: {reason}, and there is no model here that could answer.</source>
        <translation>Nichts wurde gesendet: {reason}, und hier gibt es kein Modell, das antworten könnte.</translation>
    </message>
    <message>
        <source>Nothing was sent: {reason}. Let a model on this machine answer it, or ask without keeping it private.</source>
        <translation>Nichts wurde gesendet: {reason}. Ein Modell auf diesem Rechner antworten lassen oder fragen, ohne es privat zu halten.</translation>
    </message>
    <message>
        <source>Nothing.</source>
        <translation>Nichts.</translation>
    </message>
    <message numerus="yes">
        <source>Object, 1 value</source>
        <comment>Object, {count} values</comment>
        <translation>
            <numerusform>Objekt, {count} Wert</numerusform>
            <numerusform>Objekt, {count} Werte</numerusform>
        </translation>
    </message>
    <message>
        <source>Objects are copied into account {account}.</source>
        <translation>Objekte werden in das Konto {account} kopiert.</translation>
    </message>
    <message>
        <source>Of everything in the window; also by Ctrl and plus, minus or 0.</source>
        <translation>Im ganzen Fenster; auch mit Strg und Plus, Minus oder 0.</translation>
    </message>
    <message>
        <source>Of its text the first {count} letters were read.</source>
        <translation>Von seinem Text wurden die ersten {count} Zeichen gelesen.</translation>
    </message>
    <message>
        <source>Of the window and what it says. Models answer in the language they are asked in.</source>
        <translation>Des Fensters und seiner Texte. Modelle antworten in der Sprache, in der sie gefragt werden.</translation>
    </message>
    <message>
        <source>Of these for thinking: {tokens} tokens</source>
        <translation>Davon fürs Nachdenken: {tokens} Token</translation>
    </message>
    <message>
        <source>Of these reused from the prompt cache: {tokens} tokens</source>
        <translation>Davon aus dem Prompt-Cache: {tokens} Token</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Offer the tool, or leave the choice.</source>
        <translation>Das Werkzeug anbieten oder die Wahl lassen.</translation>
    </message>
    <message>
        <source>Ohio</source>
        <translation>Ohio</translation>
    </message>
    <message>
        <source>Old access keys</source>
        <translation>Alte Zugriffsschlüssel</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>Älter</translation>
    </message>
    <message>
        <source>Older version of the message that has the focus</source>
        <translation>Ältere Fassung der Nachricht, die den Fokus hat</translation>
    </message>
    <message>
        <source>Oldest, days</source>
        <translation>Ältester, Tage</translation>
    </message>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>On disk. Those that were not used for longest make room.</source>
        <translation>Auf der Festplatte. Die am längsten nicht gebrauchten machen Platz.</translation>
    </message>
    <message>
        <source>On the processor only</source>
        <translation>Nur auf dem Prozessor</translation>
    </message>
    <message>
        <source>On this machine</source>
        <translation>Auf diesem Rechner</translation>
    </message>
    <message>
        <source>On this machine: nothing leaves it</source>
        <translation>Auf diesem Rechner: nichts verlässt ihn</translation>
    </message>
    <message>
        <source>Once it is full, Baton asks what to leave out.</source>
        <translation>Ist er voll, fragt Baton, was wegbleiben soll.</translation>
    </message>
    <message>
        <source>Once it is full, a summary is sent in place of the oldest turns.</source>
        <translation>Ist er voll, wird statt der ältesten Beiträge eine Zusammenfassung gesendet.</translation>
    </message>
    <message>
        <source>Once it is full, nothing more is sent.</source>
        <translation>Ist er voll, wird nichts mehr gesendet.</translation>
    </message>
    <message>
        <source>Once it is full, the oldest turns are no longer sent.</source>
        <translation>Ist er voll, werden die ältesten Beiträge nicht mehr gesendet.</translation>
    </message>
    <message>
        <source>Once the waiting time is over, everything encrypted with the key is lost.</source>
        <translation>Nach Ablauf der Wartezeit ist alles, was mit dem Schlüssel verschlüsselt wurde, verloren.</translation>
    </message>
    <message>
        <source>One DNS zone; what it is asked for is extra.</source>
        <translation>Eine DNS-Zone; Abfragen kommen hinzu.</translation>
    </message>
    <message>
        <source>One a line: names of people, customers, projects. Sent as placeholders too, wherever they stand, whether the switch above is on or not.</source>
        <translation>Eines je Zeile: Namen von Personen, Kunden, Projekten. Auch sie gehen als Platzhalter hinaus, wo immer sie stehen, ob der Schalter oben an ist oder nicht.</translation>
    </message>
    <message>
        <source>One a line; \n stands for a line break</source>
        <translation>Je Zeile einer; \n steht für einen Zeilenumbruch</translation>
    </message>
    <message>
        <source>One a line; upper and lower case are the same. A line between slashes is a regular expression.</source>
        <translation>Eines je Zeile; Groß- und Kleinschreibung ist gleich. Eine Zeile zwischen Schrägstrichen ist ein regulärer Ausdruck.</translation>
    </message>
    <message>
        <source>One alarm; nothing more if it is there already.</source>
        <translation>Ein Alarm; nichts zusätzlich, wenn es ihn schon gibt.</translation>
    </message>
    <message numerus="yes">
        <source>One answer so far.</source>
        <comment>{count} answers so far.</comment>
        <translation>
            <numerusform>Bisher eine Antwort.</numerusform>
            <numerusform>Bisher {count} Antworten.</numerusform>
        </translation>
    </message>
    <message>
        <source>One backup of each week, for the last</source>
        <translation>Eine Sicherung jeder Woche, für die letzten</translation>
    </message>
    <message>
        <source>One key; what it is asked for is extra.</source>
        <translation>Ein Schlüssel; seine Verwendung kommt hinzu.</translation>
    </message>
    <message>
        <source>One line of text</source>
        <translation>Eine Zeile Text</translation>
    </message>
    <message numerus="yes">
        <source>One name is taken already</source>
        <comment>{count} names are taken already</comment>
        <translation>
            <numerusform>Ein Name ist schon vergeben</numerusform>
            <numerusform>{count} Namen sind schon vergeben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One program waits for an answer.</source>
        <comment>{count} programs wait for an answer.</comment>
        <translation>
            <numerusform>Ein Programm wartet auf Antwort.</numerusform>
            <numerusform>{count} Programme warten auf Antwort.</numerusform>
        </translation>
    </message>
    <message>
        <source>One public IPv4 address.</source>
        <translation>Eine öffentliche IPv4-Adresse.</translation>
    </message>
    <message>
        <source>One secret; what it is asked for is extra.</source>
        <translation>Ein Secret; Abfragen kommen hinzu.</translation>
    </message>
    <message>
        <source>One window for every model, and a sentence turned into an AWS action that is shown, agreed to and recorded. MIT licence. Baton sends nothing home: requests go to the models and accounts you choose.</source>
        <translation>Ein Fenster für jedes Modell, und ein Satz, aus dem eine AWS-Aktion wird, die gezeigt, bestätigt und protokolliert wird. MIT-Lizenz. Baton sendet nichts nach Hause: Anfragen gehen an die gewählten Modelle und Konten.</translation>
    </message>
    <message>
        <source>Only calls classed as read: they change nothing and disclose no secrets. Everything else always asks.</source>
        <translation>Nur Aufrufe, die als lesend eingestuft sind: Sie ändern nichts und geben keine Geheimnisse preis. Alles andere wird immer erst gefragt.</translation>
    </message>
    <message>
        <source>Only models on this machine are served: local:NAME.</source>
        <translation>Angeboten werden nur Modelle auf diesem Rechner: local:NAME.</translation>
    </message>
    <message>
        <source>Only models that run here, or on your own hosts, are asked.</source>
        <translation>Gefragt werden nur Modelle, die hier oder auf eigenen Rechnern laufen.</translation>
    </message>
    <message>
        <source>Only the first {count} MB of the answer are kept.</source>
        <translation>Nur die ersten {count} MB der Antwort werden behalten.</translation>
    </message>
    <message>
        <source>Only the first {count} bytes of {name} were read.</source>
        <translation>Nur die ersten {count} Bytes von {name} wurden gelesen.</translation>
    </message>
    <message>
        <source>Only the first {count} events of {name} were read.</source>
        <translation>Nur die ersten {count} Ereignisse von {name} wurden gelesen.</translation>
    </message>
    <message>
        <source>Only the first {count} of {whole} bytes of {name} were read.</source>
        <translation>Nur die ersten {count} von {whole} Bytes von {name} wurden gelesen.</translation>
    </message>
    <message>
        <source>Only the likeliest words whose chances add up to this are considered. Change this or the temperature, rarely both.</source>
        <translation>Nur die wahrscheinlichsten Wörter, deren Wahrscheinlichkeiten zusammen diesen Wert ergeben, kommen in Betracht. Entweder dies oder die Temperatur ändern, selten beides.</translation>
    </message>
    <message>
        <source>Only the person says where calls go.</source>
        <translation>Nur der Mensch sagt, wohin Aufrufe gehen.</translation>
    </message>
    <message>
        <source>Only this many of the likeliest words are considered; 0 considers all.</source>
        <translation>Nur so viele der wahrscheinlichsten Wörter kommen in Betracht; bei 0 alle.</translation>
    </message>
    <message>
        <source>Only this message is answered by {model}</source>
        <translation>Nur diese Nachricht wird von {model} beantwortet</translation>
    </message>
    <message>
        <source>Only this message is answered by {model}. Click, or Backspace at the text&apos;s beginning, takes that back.</source>
        <translation>Nur diese Nachricht wird von {model} beantwortet. Ein Klick oder die Rücktaste am Textanfang nimmt das zurück.</translation>
    </message>
    <message>
        <source>Only users and roles can be simulated.</source>
        <translation>Nur Benutzer und Rollen lassen sich simulieren.</translation>
    </message>
    <message>
        <source>Only what matches</source>
        <translation>Nur Treffer</translation>
    </message>
    <message>
        <source>Only {asked} of {count} target groups were asked for their targets.</source>
        <translation>Nur {asked} von {count} Zielgruppen wurden nach ihren Zielen gefragt.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open chat {number}</source>
        <translation>Chat {number} öffnen</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>Im Browser öffnen</translation>
    </message>
    <message>
        <source>Open in its program</source>
        <translation>In seinem Programm öffnen</translation>
    </message>
    <message>
        <source>Open in the console</source>
        <translation>In der Konsole öffnen</translation>
    </message>
    <message>
        <source>Open one of the first nine chats</source>
        <translation>Einen der ersten neun Chats öffnen</translation>
    </message>
    <message>
        <source>Open security groups</source>
        <translation>Offene Sicherheitsgruppen</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>Datei öffnen</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Open the folder in which your own playbooks lie, as YAML files.</source>
        <translation>Den Ordner öffnen, in dem die eigenen Playbooks als YAML-Dateien liegen.</translation>
    </message>
    <message>
        <source>Open the history</source>
        <translation>Verlauf öffnen</translation>
    </message>
    <message>
        <source>Open {host} in the browser</source>
        <translation>{host} im Browser öffnen</translation>
    </message>
    <message>
        <source>Open {name} in the console</source>
        <translation>{name} in der Konsole öffnen</translation>
    </message>
    <message>
        <source>OpenAI through {host}</source>
        <translation>OpenAI über {host}</translation>
    </message>
    <message>
        <source>Opened value</source>
        <translation>Geöffneter Wert</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Betrieb</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Ordnung</translation>
    </message>
    <message>
        <source>Oregon</source>
        <translation>Oregon</translation>
    </message>
    <message>
        <source>Osaka</source>
        <translation>Osaka</translation>
    </message>
    <message>
        <source>Other programs</source>
        <translation>Andere Programme</translation>
    </message>
    <message>
        <source>Other programs keep these. Baton uses them where they lie, without copying.</source>
        <translation>Andere Programme bewahren diese auf. Baton verwendet sie, wo sie liegen, ohne zu kopieren.</translation>
    </message>
    <message>
        <source>Other programs of this machine can use your local models as if they were OpenAI&apos;s: give them the address and the key. Nothing outside this machine can connect. It ends with this window.</source>
        <translation>Andere Programme dieses Rechners können die lokalen Modelle verwenden, als wären es OpenAIs: ihnen die Adresse und den Schlüssel geben. Von außerhalb dieses Rechners kann sich nichts verbinden. Es endet mit diesem Fenster.</translation>
    </message>
    <message>
        <source>Other programs: address, key, who is asking…</source>
        <translation>Andere Programme: Adresse, Schlüssel, wer fragt…</translation>
    </message>
    <message>
        <source>Other regions will not be recorded any more.</source>
        <translation>Andere Regionen werden nicht mehr aufgezeichnet.</translation>
    </message>
    <message>
        <source>Otherwise another model begins with its own defaults. What it does not take is reset in any case.</source>
        <translation>Sonst beginnt ein anderes Modell mit seinen eigenen Vorgaben. Was es nicht nimmt, wird in jedem Fall zurückgesetzt.</translation>
    </message>
    <message>
        <source>Overview of the branches</source>
        <translation>Übersicht der Zweige</translation>
    </message>
    <message>
        <source>Overview of the branches…</source>
        <translation>Übersicht der Zweige…</translation>
    </message>
    <message>
        <source>PDFs</source>
        <translation>PDFs</translation>
    </message>
    <message>
        <source>Pages to follow</source>
        <translation>Seiten, denen gefolgt wird</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Parameters as JSON</source>
        <translation>Parameter als JSON</translation>
    </message>
    <message>
        <source>Parameters, as the model wrote them</source>
        <translation>Parameter, wie das Modell sie geschrieben hat</translation>
    </message>
    <message>
        <source>Parameters: {parameters}</source>
        <translation>Parameter: {parameters}</translation>
    </message>
    <message>
        <source>Paris</source>
        <translation>Paris</translation>
    </message>
    <message>
        <source>Part {number} of {count} of the model is missing: {name!r}.</source>
        <translation>Teil {number} von {count} des Modells fehlt: {name!r}.</translation>
    </message>
    <message>
        <source>Paste the key</source>
        <translation>Den Schlüssel einfügen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Pause the download first.</source>
        <translation>Zuerst den Download anhalten.</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Paused at {amount}</source>
        <translation>Pausiert bei {amount}</translation>
    </message>
    <message>
        <source>Paused at {done}</source>
        <translation>Angehalten bei {done}</translation>
    </message>
    <message>
        <source>Phrases of up to so many tokens may be repeated freely.</source>
        <translation>Wendungen bis zu so vielen Token dürfen frei wiederholt werden.</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Picture: {picture}</source>
        <translation>Bild: {picture}</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Pictures (PNG, JPEG, GIF, WebP, BMP, TIFF), PDFs and texts can be attached.</source>
        <translation>Anhängen lassen sich Bilder (PNG, JPEG, GIF, WebP, BMP, TIFF), PDFs und Texte.</translation>
    </message>
    <message>
        <source>Pictures and PDFs are not sent to models elsewhere, by your settings.</source>
        <translation>Bilder und PDFs werden laut Einstellungen nicht an Modelle anderswo gesendet.</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Anheften</translation>
    </message>
    <message>
        <source>Pin message</source>
        <translation>Nachricht anheften</translation>
    </message>
    <message>
        <source>Pin or unpin the message, so that it is always sent</source>
        <translation>Nachricht anheften oder lösen, damit sie immer gesendet wird</translation>
    </message>
    <message>
        <source>Pin or unpin this chat</source>
        <translation>Diesen Chat anheften oder lösen</translation>
    </message>
    <message>
        <source>Pin, so that it is always sent</source>
        <translation>Anheften, damit es immer gesendet wird</translation>
    </message>
    <message>
        <source>Ping (ICMP)</source>
        <translation>Ping (ICMP)</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Angeheftet</translation>
    </message>
    <message>
        <source>Pinned: always sent. Unpin it</source>
        <translation>Angeheftet: wird immer gesendet. Lösen</translation>
    </message>
    <message>
        <source>Plan the model that it is laid over.</source>
        <translation>Das Modell planen, über das er gelegt ist.</translation>
    </message>
    <message numerus="yes">
        <source>Plan · 1 step</source>
        <comment>Plan · {count} steps</comment>
        <translation>
            <numerusform>Plan · {count} Schritt</numerusform>
            <numerusform>Plan · {count} Schritte</numerusform>
        </translation>
    </message>
    <message>
        <source>Playbooks</source>
        <translation>Playbooks</translation>
    </message>
    <message>
        <source>Playbooks…</source>
        <translation>Playbooks…</translation>
    </message>
    <message>
        <source>Please type it: this is the moment to read it once more.</source>
        <translation>Bitte eintippen: Jetzt ist der Moment, es noch einmal zu lesen.</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>Policy: what may run in AWS…</source>
        <translation>Richtlinie: was in AWS laufen darf…</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Port {port}</source>
        <translation>Port {port}</translation>
    </message>
    <message>
        <source>Port {port} ({service})</source>
        <translation>Port {port} ({service})</translation>
    </message>
    <message>
        <source>Port {port} is in use by another program.</source>
        <translation>Port {port} wird von einem anderen Programm genutzt.</translation>
    </message>
    <message>
        <source>Port {port} may not be used by this account.</source>
        <translation>Port {port} darf von diesem Benutzerkonto nicht genutzt werden.</translation>
    </message>
    <message>
        <source>Ports {first} to {last}</source>
        <translation>Ports {first} bis {last}</translation>
    </message>
    <message>
        <source>Ports {first} to {last}, many well-known services among them,</source>
        <translation>Ports {first} bis {last} (darunter viele bekannte Dienste)</translation>
    </message>
    <message>
        <source>Ports {first} to {last}, {named} among them,</source>
        <translation>Ports {first} bis {last} (darunter {named})</translation>
    </message>
    <message>
        <source>Precise</source>
        <translation>Genau</translation>
    </message>
    <message>
        <source>Prefers words that are about as surprising as expected here; 1 is off.</source>
        <translation>Bevorzugt Wörter, die etwa so überraschend sind, wie hier zu erwarten ist; 1 schaltet es aus.</translation>
    </message>
    <message>
        <source>Prefers words whose chance is near this; -1 is off.</source>
        <translation>Bevorzugt Wörter, deren Wahrscheinlichkeit in dieser Nähe liegt; -1 schaltet es aus.</translation>
    </message>
    <message>
        <source>Presence penalty</source>
        <translation>Vorkommensabzug</translation>
    </message>
    <message>
        <source>Preset for new chats</source>
        <translation>Voreinstellung für neue Chats</translation>
    </message>
    <message>
        <source>Preset: {title}</source>
        <translation>Voreinstellung: {title}</translation>
    </message>
    <message>
        <source>Presets are not kept by this Baton.</source>
        <translation>Dieses Baton bewahrt keine Voreinstellungen auf.</translation>
    </message>
    <message>
        <source>Presets of parameters: apply, save, rename, delete…</source>
        <translation>Voreinstellungen der Parameter: anwenden, speichern, umbenennen, löschen…</translation>
    </message>
    <message>
        <source>Presets…</source>
        <translation>Voreinstellungen…</translation>
    </message>
    <message>
        <source>Previous (Shift+Enter)</source>
        <translation>Vorheriges (Umschalt+Enter)</translation>
    </message>
    <message>
        <source>Previous 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Previous part of the window</source>
        <translation>Voriger Teil des Fensters</translation>
    </message>
    <message>
        <source>Previous turn</source>
        <translation>Voriger Beitrag</translation>
    </message>
    <message>
        <source>Print the recovery key</source>
        <translation>Wiederherstellungsschlüssel drucken</translation>
    </message>
    <message>
        <source>Printed.</source>
        <translation>Gedruckt.</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drucken…</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privat</translation>
    </message>
    <message>
        <source>Profile for Bedrock</source>
        <translation>Profil für Bedrock</translation>
    </message>
    <message>
        <source>Profile of your AWS configuration</source>
        <translation>Profil der AWS-Konfiguration</translation>
    </message>
    <message>
        <source>Profile of your AWS configuration, {region}</source>
        <translation>Profil der AWS-Konfiguration, {region}</translation>
    </message>
    <message>
        <source>Programs that were given the key before are then refused</source>
        <translation>Programme, die den bisherigen Schlüssel haben, werden dann abgewiesen</translation>
    </message>
    <message>
        <source>Prompt library</source>
        <translation>Prompt-Bibliothek</translation>
    </message>
    <message>
        <source>Prompt library…</source>
        <translation>Prompt-Bibliothek…</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>Prompts</translation>
    </message>
    <message>
        <source>Prompts (*.json *.md);;All (*)</source>
        <translation>Prompts (*.json *.md);;Alle (*)</translation>
    </message>
    <message>
        <source>Prompts you use again and again stand here, each a text with blanks to fill in.</source>
        <translation>Hier stehen Prompts, die immer wieder gebraucht werden: Texte mit Lücken zum Ausfüllen.</translation>
    </message>
    <message>
        <source>Propose it as a plan.</source>
        <translation>Als Plan vorschlagen.</translation>
    </message>
    <message>
        <source>Propose the call that restores what was there.</source>
        <translation>Den Aufruf vorschlagen, der das Frühere wiederherstellt.</translation>
    </message>
    <message>
        <source>Proposed a plan</source>
        <translation>Plan vorgeschlagen</translation>
    </message>
    <message>
        <source>Proposed a plan of {count} steps</source>
        <translation>Plan mit {count} Schritten vorgeschlagen</translation>
    </message>
    <message>
        <source>Proposed by {model} (a model). Check every value: they are its own.</source>
        <translation>Vorgeschlagen von {model} (einem Modell). Jeden Wert prüfen: Sie stammen von ihm.</translation>
    </message>
    <message>
        <source>Proposed {operation}</source>
        <translation>{operation} vorgeschlagen</translation>
    </message>
    <message>
        <source>Proposed {operation} with {parameters}</source>
        <translation>{operation} mit {parameters} vorgeschlagen</translation>
    </message>
    <message>
        <source>Protected by its tag {protected}</source>
        <translation>Geschützt durch das Tag {protected}</translation>
    </message>
    <message>
        <source>Protected, so that changes want a typed name: {tags}.</source>
        <translation>Geschützt, sodass Änderungen einen getippten Namen verlangen: {tags}.</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Public buckets</source>
        <translation>Öffentliche Buckets</translation>
    </message>
    <message>
        <source>Put all parts into one folder, or download the model again.</source>
        <translation>Alle Teile in einen Ordner legen oder das Modell noch einmal herunterladen.</translation>
    </message>
    <message>
        <source>Put back what was deleted last in this chat</source>
        <translation>Zuletzt in diesem Chat Gelöschtes zurückholen</translation>
    </message>
    <message>
        <source>Put back {what} as before</source>
        <translation>Wie vorher wiederherstellen: {what}</translation>
    </message>
    <message>
        <source>Put it back into the window</source>
        <translation>Ins Fenster zurücksetzen</translation>
    </message>
    <message>
        <source>Put it differently.</source>
        <translation>Anders formulieren.</translation>
    </message>
    <message>
        <source>Put right: {parts}</source>
        <translation>Berichtigt: {parts}</translation>
    </message>
    <message numerus="yes">
        <source>Put right: {parts} And 1 more.</source>
        <comment>Put right: {parts} And {count} more.</comment>
        <translation>
            <numerusform>Berichtigt: {parts} Und 1 weiteres.</numerusform>
            <numerusform>Berichtigt: {parts} Und {count} weitere.</numerusform>
        </translation>
    </message>
    <message>
        <source>Put the account&apos;s alias back</source>
        <translation>Den Alias des Kontos zurücksetzen</translation>
    </message>
    <message>
        <source>Put the address back where it was</source>
        <translation>Die Adresse dorthin zurücksetzen, wo sie war</translation>
    </message>
    <message>
        <source>Put the alarm back as before</source>
        <translation>Den Alarm auf den Stand von vorher setzen</translation>
    </message>
    <message>
        <source>Put the description back</source>
        <translation>Die Beschreibung zurücksetzen</translation>
    </message>
    <message>
        <source>Put the filter back as before</source>
        <translation>Den Filter auf den Stand von vorher setzen</translation>
    </message>
    <message>
        <source>Put the final address of the service in Settings &gt; Endpoints.</source>
        <translation>Die endgültige Adresse des Dienstes unter Einstellungen &gt; Endpunkte eintragen.</translation>
    </message>
    <message>
        <source>Put the history and its backups in the clear?</source>
        <translation>Den Verlauf und seine Sicherungen entschlüsselt ablegen?</translation>
    </message>
    <message>
        <source>Put the records back as before</source>
        <translation>Die Einträge auf den Stand von vorher setzen</translation>
    </message>
    <message>
        <source>Put the role into the profile again</source>
        <translation>Die Rolle wieder in das Profil setzen</translation>
    </message>
    <message>
        <source>Put the rule back as before</source>
        <translation>Die Regel auf den Stand von vorher setzen</translation>
    </message>
    <message>
        <source>Put the rule&apos;s targets back as before</source>
        <translation>Die Ziele der Regel auf den Stand von vorher setzen</translation>
    </message>
    <message>
        <source>Put the tags back as before</source>
        <translation>Die Tags auf den Stand von vorher setzen</translation>
    </message>
    <message>
        <source>Put the trust policy back as before</source>
        <translation>Die Vertrauensrichtlinie auf den Stand von vorher setzen</translation>
    </message>
    <message>
        <source>Put the user into the group again</source>
        <translation>Den Benutzer wieder in die Gruppe setzen</translation>
    </message>
    <message>
        <source>Put user and password into HTTPS_PROXY.</source>
        <translation>Benutzer und Kennwort in HTTPS_PROXY eintragen.</translation>
    </message>
    <message>
        <source>Put what it refers to under &apos;$defs&apos; and refer to &apos;#/$defs/…&apos;.</source>
        <translation>Worauf es verweist, unter &apos;$defs&apos; setzen und auf &apos;#/$defs/…&apos; verweisen.</translation>
    </message>
    <message>
        <source>Put your resource&apos;s name into the address, and name your deployments: they are the model names.</source>
        <translation>Den Namen der eigenen Ressource in die Adresse setzen und die Deployments nennen: Das sind die Modellnamen.</translation>
    </message>
    <message>
        <source>Queries cannot be answered here.</source>
        <translation>Abfragen lassen sich hier nicht beantworten.</translation>
    </message>
    <message>
        <source>Query the result</source>
        <translation>Ergebnis abfragen</translation>
    </message>
    <message>
        <source>Quit Baton</source>
        <translation>Baton beenden</translation>
    </message>
    <message>
        <source>Quote in your message</source>
        <translation>In der Nachricht zitieren</translation>
    </message>
    <message>
        <source>Quote what is selected, or the whole message</source>
        <translation>Auswahl oder ganze Nachricht zitieren</translation>
    </message>
    <message>
        <source>RDS instances whose storage is not encrypted at rest.</source>
        <translation>RDS-Instanzen, deren Speicher nicht verschlüsselt ist.</translation>
    </message>
    <message>
        <source>Raise &apos;Memory for models&apos; in the settings, or choose a smaller model or context.</source>
        <translation>In den Einstellungen „Speicher für Modelle“ erhöhen oder ein kleineres Modell oder einen kleineren Kontext wählen.</translation>
    </message>
    <message>
        <source>Raise it in Settings &gt; Budgets, or go on tomorrow, when it begins anew.</source>
        <translation>Unter Einstellungen &gt; Budgets erhöhen oder morgen weitermachen, wenn es neu beginnt.</translation>
    </message>
    <message>
        <source>Raise it in Settings &gt; Budgets; it begins anew on {day}.</source>
        <translation>Unter Einstellungen &gt; Budgets erhöhen; es beginnt am {day} von Neuem.</translation>
    </message>
    <message>
        <source>Raise it in the dock under Budget, or go on in a new chat.</source>
        <translation>Im Bereich unter Budget erhöhen oder in einem neuen Chat weitermachen.</translation>
    </message>
    <message>
        <source>Raise it in the model dock.</source>
        <translation>Sie im Modellbereich erhöhen.</translation>
    </message>
    <message>
        <source>Raise the context in Settings &gt; Local models, or choose a model with more, or chat without AWS.</source>
        <translation>Den Kontext unter Einstellungen &gt; Lokale Modelle erhöhen, ein Modell mit mehr wählen oder ohne AWS chatten.</translation>
    </message>
    <message numerus="yes">
        <source>Reachable ({where}); 1 model is listed.</source>
        <comment>Reachable ({where}); {count} models are listed.</comment>
        <translation>
            <numerusform>Erreichbar ({where}); 1 Modell ist gelistet.</numerusform>
            <numerusform>Erreichbar ({where}); {count} Modelle sind gelistet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reachable from the internet</source>
        <translation>Aus dem Internet erreichbar</translation>
    </message>
    <message>
        <source>Reached after {took}: {state}</source>
        <translation>Erreicht nach {took}: {state}</translation>
    </message>
    <message>
        <source>Read</source>
        <comment>of tokens</comment>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Read about {operation}</source>
        <translation>Über {operation} gelesen</translation>
    </message>
    <message>
        <source>Read as {encoding}.</source>
        <translation>Gelesen als {encoding}.</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>Nur lesen</translation>
    </message>
    <message>
        <source>Read only: every call that is not a read is denied.</source>
        <translation>Nur lesen: Jeder Aufruf, der nicht lesend ist, wird abgelehnt.</translation>
    </message>
    <message>
        <source>Read: {tokens} tokens</source>
        <translation>Gelesen: {tokens} Token</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Reading from the cache</source>
        <translation>Lesen aus dem Cache</translation>
    </message>
    <message>
        <source>Reading it through …</source>
        <translation>Wird durchgelesen …</translation>
    </message>
    <message>
        <source>Reading its text took too long: only models that read PDFs themselves see what is in it.</source>
        <translation>Seinen Text zu lesen dauerte zu lange: Nur Modelle, die PDFs selbst lesen, sehen den Inhalt.</translation>
    </message>
    <message>
        <source>Reading the conversation</source>
        <translation>Chat wird gelesen</translation>
    </message>
    <message>
        <source>Reading the copy through …</source>
        <translation>Die Kopie wird durchgelesen …</translation>
    </message>
    <message>
        <source>Reading the history…</source>
        <translation>Der Verlauf wird gelesen…</translation>
    </message>
    <message>
        <source>Reading the rules for secrets…</source>
        <translation>Die Regeln für Geheimes werden gelesen …</translation>
    </message>
    <message>
        <source>Reading: {done} of {known}, {found} found</source>
        <translation>Wird gelesen: {done} von {known}, {found} gefunden</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Reads every page of its file</source>
        <translation>Liest jede Seite seiner Datei</translation>
    </message>
    <message numerus="yes">
        <source>Really change {count} resource?</source>
        <comment>Really change {count} resources?</comment>
        <translation>
            <numerusform>Wirklich {count} Ressource ändern?</numerusform>
            <numerusform>Wirklich {count} Ressourcen ändern?</numerusform>
        </translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>Denken</translation>
    </message>
    <message>
        <source>Receiving hides messages from other readers, counts a delivery and can move them to the dead-letter queue.</source>
        <translation>Das Empfangen verbirgt Nachrichten vor anderen Lesern, zählt eine Zustellung und kann sie in die Dead-Letter-Warteschlange verschieben.</translation>
    </message>
    <message>
        <source>Recovered messages</source>
        <translation>Gerettete Nachrichten</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Wiederherstellungsschlüssel</translation>
    </message>
    <message>
        <source>Recovery key of an encrypted Baton history</source>
        <translation>Wiederherstellungsschlüssel eines verschlüsselten Baton-Verlaufs</translation>
    </message>
    <message>
        <source>Recovery key, 14 groups of four</source>
        <translation>Wiederherstellungsschlüssel, 14 Vierergruppen</translation>
    </message>
    <message>
        <source>Recovery key: {key}</source>
        <translation>Wiederherstellungsschlüssel: {key}</translation>
    </message>
    <message>
        <source>Recovery key…</source>
        <translation>Wiederherstellungsschlüssel…</translation>
    </message>
    <message>
        <source>Refuse every call that is not classed as read.</source>
        <translation>Jeden Aufruf ablehnen, der nicht als lesend eingestuft ist.</translation>
    </message>
    <message>
        <source>Refuse pictures and PDFs for cloud models</source>
        <translation>Bilder und PDFs für Cloud-Modelle ablehnen</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Region for Bedrock</source>
        <translation>Region für Bedrock</translation>
    </message>
    <message>
        <source>Region for new chats</source>
        <translation>Region für neue Chats</translation>
    </message>
    <message>
        <source>Register the targets again</source>
        <translation>Die Ziele wieder anmelden</translation>
    </message>
    <message>
        <source>Release the address</source>
        <translation>Die Adresse freigeben</translation>
    </message>
    <message>
        <source>Remember for this chat</source>
        <translation>Für diesen Chat merken</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove &apos;minProperties&apos; and &apos;maxProperties&apos; from the schema, or choose another model.</source>
        <translation>&apos;minProperties&apos; und &apos;maxProperties&apos; aus dem Schema entfernen oder ein anderes Modell wählen.</translation>
    </message>
    <message>
        <source>Remove &apos;uniqueItems&apos;, or list the items with &apos;enum&apos;.</source>
        <translation>&apos;uniqueItems&apos; entfernen oder die Elemente mit &apos;enum&apos; aufzählen.</translation>
    </message>
    <message>
        <source>Remove it from the model.</source>
        <translation>Vom Modell entfernen.</translation>
    </message>
    <message>
        <source>Remove the file that has the focus from the message</source>
        <translation>Datei, die den Fokus hat, aus der Nachricht entfernen</translation>
    </message>
    <message>
        <source>Remove the filter {filter}</source>
        <translation>Filter {filter} entfernen</translation>
    </message>
    <message>
        <source>Remove the folder, keep its chats</source>
        <translation>Ordner entfernen, Chats behalten</translation>
    </message>
    <message>
        <source>Remove the key for {name}</source>
        <translation>Den Schlüssel für {name} entfernen</translation>
    </message>
    <message>
        <source>Remove {keyword!r} from the schema, or choose a cloud model.</source>
        <translation>{keyword!r} aus dem Schema entfernen oder ein Cloud-Modell wählen.</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>{name} entfernen</translation>
    </message>
    <message>
        <source>Remove {name} (Del)</source>
        <translation>{name} entfernen (Entf)</translation>
    </message>
    <message>
        <source>Remove {what}: there was none before</source>
        <translation>Entfernen, weil vorher nichts da war: {what}</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Rename or delete…</source>
        <translation>Umbenennen oder löschen…</translation>
    </message>
    <message>
        <source>Rename the file.</source>
        <translation>Die Datei umbenennen.</translation>
    </message>
    <message>
        <source>Rename this chat</source>
        <translation>Diesen Chat umbenennen</translation>
    </message>
    <message>
        <source>Renew its credentials, or choose another account.</source>
        <translation>Die Zugangsdaten erneuern oder ein anderes Konto wählen.</translation>
    </message>
    <message>
        <source>Renew its keys: aws configure --profile {profile}</source>
        <translation>Schlüssel erneuern: aws configure --profile {profile}</translation>
    </message>
    <message>
        <source>Renew the certificate</source>
        <translation>Das Zertifikat erneuern</translation>
    </message>
    <message>
        <source>Renewed by itself</source>
        <translation>Erneuert sich selbst</translation>
    </message>
    <message>
        <source>Repeat penalty</source>
        <translation>Wiederholungsabzug</translation>
    </message>
    <message>
        <source>Repetition</source>
        <translation>Wiederholung</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Replace for {name}</source>
        <translation>Für {name} ersetzen</translation>
    </message>
    <message>
        <source>Replaces the system prompt of this chat with one of the library</source>
        <translation>Ersetzt den System-Prompt dieses Chats durch einen aus der Bibliothek</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>Problem melden</translation>
    </message>
    <message>
        <source>Report a problem…</source>
        <translation>Problem melden…</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Requests at once to one provider</source>
        <translation>Anfragen gleichzeitig an einen Anbieter</translation>
    </message>
    <message>
        <source>Reset Thinking in the model dock, or drop the schema.</source>
        <translation>Nachdenken im Modellbereich zurücksetzen oder das Schema weglassen.</translation>
    </message>
    <message>
        <source>Reset Thinking in the model dock, or leave the choice of a tool to the model.</source>
        <translation>Nachdenken im Modellbereich zurücksetzen oder dem Modell die Wahl des Werkzeugs lassen.</translation>
    </message>
    <message>
        <source>Reset Thinking in the model dock.</source>
        <translation>Nachdenken im Modellbereich zurücksetzen.</translation>
    </message>
    <message>
        <source>Reset Thinking or that parameter in the model dock.</source>
        <translation>Nachdenken oder diesen Parameter im Modellbereich zurücksetzen.</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alle zurücksetzen</translation>
    </message>
    <message>
        <source>Reset all parameters</source>
        <translation>Alle Parameter zurücksetzen</translation>
    </message>
    <message>
        <source>Reset it in the model dock, or choose another model.</source>
        <translation>Ihn im Modellbereich zurücksetzen oder ein anderes Modell wählen.</translation>
    </message>
    <message>
        <source>Reset it in the model dock.</source>
        <translation>Im Modellbereich zurücksetzen.</translation>
    </message>
    <message>
        <source>Reset one of them in the model dock.</source>
        <translation>Eines davon im Modellbereich zurücksetzen.</translation>
    </message>
    <message>
        <source>Reset the parameters in the model dock, or write the schema flatter.</source>
        <translation>Die Parameter im Modellbereich zurücksetzen oder das Schema flacher schreiben.</translation>
    </message>
    <message>
        <source>Reset {title}</source>
        <translation>{title} zurücksetzen</translation>
    </message>
    <message>
        <source>Resolvers keep what they have until its time to live is over.</source>
        <translation>Resolver behalten, was sie haben, bis dessen Lebensdauer vorbei ist.</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>Ressource</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>Ressourcen</translation>
    </message>
    <message>
        <source>Resources of this type say who may do what.</source>
        <translation>Ressourcen dieser Art sagen, wer was darf.</translation>
    </message>
    <message>
        <source>Resources that the tagging service knows and that carry no tag at all any more.</source>
        <translation>Ressourcen, die der Tagging-Dienst kennt und die gar kein Tag mehr tragen.</translation>
    </message>
    <message>
        <source>Responses, OpenAI&apos;s newer one</source>
        <translation>Responses, die neuere von OpenAI</translation>
    </message>
    <message>
        <source>Restart Baton, then give it again.</source>
        <translation>Baton neu starten, dann erneut gewähren.</translation>
    </message>
    <message>
        <source>Restart Baton: it mends the file, or keeps it aside and saves what can be read.</source>
        <translation>Baton neu starten: Es repariert die Datei oder legt sie beiseite und rettet, was lesbar ist.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Restore the secret</source>
        <translation>Das Secret wiederherstellen</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Result as JSON</source>
        <translation>Ergebnis als JSON</translation>
    </message>
    <message>
        <source>Result as a tree</source>
        <translation>Ergebnis als Baum</translation>
    </message>
    <message>
        <source>Result of {tool}:</source>
        <translation>Ergebnis von {tool}:</translation>
    </message>
    <message numerus="yes">
        <source>Revoke the new rule</source>
        <comment>Revoke the {count} new rules</comment>
        <translation>
            <numerusform>Die neue Regel widerrufen</numerusform>
            <numerusform>Die {count} neuen Regeln widerrufen</numerusform>
        </translation>
    </message>
    <message>
        <source>Revoke the rule</source>
        <translation>Die Regel widerrufen</translation>
    </message>
    <message>
        <source>Risk of an action</source>
        <translation>Risiko einer Aktion</translation>
    </message>
    <message>
        <source>Risk: {risk}</source>
        <translation>Risiko: {risk}</translation>
    </message>
    <message>
        <source>Risk: {value}</source>
        <translation>Risiko: {value}</translation>
    </message>
    <message>
        <source>Role: {value}</source>
        <translation>Rolle: {value}</translation>
    </message>
    <message>
        <source>Room for kept answers</source>
        <translation>Platz für aufbewahrte Antworten</translation>
    </message>
    <message>
        <source>Routing</source>
        <translation>Weiterleitung</translation>
    </message>
    <message>
        <source>Row {number}</source>
        <translation>Zeile {number}</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Rules by the account&apos;s number or alias were passed over: {error}</source>
        <translation>Regeln nach Nummer oder Alias des Kontos wurden übergangen: {error}</translation>
    </message>
    <message>
        <source>Rules that let the whole internet in on anything but HTTP and HTTPS.</source>
        <translation>Regeln, die das ganze Internet zu anderem als HTTP und HTTPS durchlassen.</translation>
    </message>
    <message>
        <source>Rules, of which none counts until that is mended</source>
        <translation>Regeln, von denen keine gilt, bis das behoben ist</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Run a file of prompts</source>
        <translation>Eine Datei mit Prompts ausführen</translation>
    </message>
    <message>
        <source>Run a file of prompts…</source>
        <translation>Datei mit Prompts ausführen…</translation>
    </message>
    <message>
        <source>Run aws configure sso or aws configure, or choose another account.</source>
        <translation>aws configure sso oder aws configure ausführen oder ein anderes Konto wählen.</translation>
    </message>
    <message>
        <source>Run aws configure, or choose another account.</source>
        <translation>aws configure ausführen oder ein anderes Konto wählen.</translation>
    </message>
    <message>
        <source>Run it again</source>
        <translation>Erneut ausführen</translation>
    </message>
    <message>
        <source>Run reads without asking</source>
        <translation>Lesendes ohne Nachfrage ausführen</translation>
    </message>
    <message numerus="yes">
        <source>Run {count} step</source>
        <comment>Run {count} steps</comment>
        <translation>
            <numerusform>{count} Schritt ausführen</numerusform>
            <numerusform>{count} Schritte ausführen</numerusform>
        </translation>
    </message>
    <message>
        <source>Running instances whose processor was busy less than 5 % of the time, in every day of the last two weeks.</source>
        <translation>Laufende Instanzen, deren Prozessor an jedem Tag der letzten zwei Wochen weniger als 5 % der Zeit beschäftigt war.</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Runs on {device}, {count} threads, {layers}</source>
        <translation>Läuft auf {device}, Threads: {count}, {layers}</translation>
    </message>
    <message>
        <source>Said once, when a budget is used up to this.</source>
        <translation>Wird einmal gesagt, wenn ein Budget so weit verbraucht ist.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save again to write over that, or cancel to keep it.</source>
        <translation>Erneut speichern, um das zu überschreiben, oder abbrechen, um es zu behalten.</translation>
    </message>
    <message>
        <source>Save as a preset</source>
        <translation>Als Voreinstellung speichern</translation>
    </message>
    <message>
        <source>Save as a preset…</source>
        <translation>Als Voreinstellung speichern…</translation>
    </message>
    <message>
        <source>Save as {form}…</source>
        <translation>Als {form} speichern…</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Save code…</source>
        <translation>Code speichern…</translation>
    </message>
    <message>
        <source>Save it anew, or attach another one.</source>
        <translation>Neu speichern oder ein anderes anhängen.</translation>
    </message>
    <message>
        <source>Save it as PDF or as text.</source>
        <translation>Als PDF oder als Text speichern.</translation>
    </message>
    <message>
        <source>Save it as a file, and attach that.</source>
        <translation>Als Datei speichern und diese anhängen.</translation>
    </message>
    <message>
        <source>Save it with at most {count} million pixels.</source>
        <translation>Mit höchstens {count} Millionen Pixeln speichern.</translation>
    </message>
    <message>
        <source>Save it without one, then attach it.</source>
        <translation>Ohne Passwort speichern, dann anhängen.</translation>
    </message>
    <message>
        <source>Save one of your own beside it.</source>
        <translation>Daneben eine eigene speichern.</translation>
    </message>
    <message>
        <source>Save or print it anew as PDF, then attach it.</source>
        <translation>Neu als PDF speichern oder drucken, dann anhängen.</translation>
    </message>
    <message>
        <source>Save over it</source>
        <translation>Überschreiben</translation>
    </message>
    <message>
        <source>Save the JSON…</source>
        <translation>JSON speichern…</translation>
    </message>
    <message>
        <source>Save the findings</source>
        <translation>Befunde speichern</translation>
    </message>
    <message>
        <source>Save the picture anew as PNG or JPEG, or choose a model on this machine.</source>
        <translation>Das Bild neu als PNG oder JPEG speichern oder ein Modell auf diesem Rechner wählen.</translation>
    </message>
    <message>
        <source>Save the recovery key</source>
        <translation>Wiederherstellungsschlüssel speichern</translation>
    </message>
    <message>
        <source>Save the recovery key to a file</source>
        <translation>Wiederherstellungsschlüssel in einer Datei speichern</translation>
    </message>
    <message>
        <source>Save the result…</source>
        <translation>Ergebnis speichern…</translation>
    </message>
    <message>
        <source>Save to a file…</source>
        <translation>In Datei speichern…</translation>
    </message>
    <message>
        <source>Saved as {file}. Move it away from this computer.</source>
        <translation>Gespeichert als {file}. Die Datei von diesem Computer wegbringen.</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Gespeichert als {name}.</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Says</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Scale of {name}</source>
        <translation>Stärke von {name}</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search Hugging Face</source>
        <translation>Hugging Face durchsuchen</translation>
    </message>
    <message>
        <source>Search all chats</source>
        <translation>Alle Chats durchsuchen</translation>
    </message>
    <message>
        <source>Search for other words.</source>
        <translation>Nach anderen Wörtern suchen.</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>Suchergebnisse</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Einstellungen durchsuchen</translation>
    </message>
    <message>
        <source>Search the answer</source>
        <translation>In der Antwort suchen</translation>
    </message>
    <message>
        <source>Search without filters</source>
        <translation>Ohne Filter suchen</translation>
    </message>
    <message>
        <source>Searching …</source>
        <translation>Suche läuft …</translation>
    </message>
    <message>
        <source>Seconds for one request.</source>
        <translation>Sekunden für eine Anfrage.</translation>
    </message>
    <message>
        <source>Seconds from the question to the first word of thinking or answer. Signs of life that say nothing do not count. Models on this machine may take as long as they need.</source>
        <translation>Sekunden von der Frage bis zum ersten Wort von Nachdenken oder Antwort. Lebenszeichen ohne Inhalt zählen nicht. Modelle auf diesem Rechner dürfen so lange brauchen, wie sie wollen.</translation>
    </message>
    <message>
        <source>Seconds until a model&apos;s service must have taken the connection.</source>
        <translation>Sekunden, bis der Dienst eines Modells die Verbindung angenommen haben muss.</translation>
    </message>
    <message>
        <source>Seconds without any more of an answer that has begun before it is given up.</source>
        <translation>Sekunden ohne Fortgang einer begonnenen Antwort, bevor sie aufgegeben wird.</translation>
    </message>
    <message>
        <source>Secrets in this call&apos;s parameters were not kept, so it cannot go on.</source>
        <translation>Geheimes in den Parametern dieses Aufrufs wurde nicht aufbewahrt, daher kann er nicht fortgesetzt werden.</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Abschnitte</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation>Senden (Eingabe)</translation>
    </message>
    <message>
        <source>Send as a new version (Enter)</source>
        <translation>Als neue Version senden (Eingabe)</translation>
    </message>
    <message>
        <source>Send it again.</source>
        <translation>Noch einmal senden.</translation>
    </message>
    <message>
        <source>Send less at once.</source>
        <translation>Weniger auf einmal senden.</translation>
    </message>
    <message>
        <source>Send nothing while a budget is set</source>
        <translation>Nichts senden, solange ein Budget gilt</translation>
    </message>
    <message>
        <source>Send nothing; the message stays (Esc)</source>
        <translation>Nichts senden; die Nachricht bleibt stehen (Esc)</translation>
    </message>
    <message>
        <source>Send texts that are not empty.</source>
        <translation>Texte senden, die nicht leer sind.</translation>
    </message>
    <message>
        <source>Send the message</source>
        <translation>Nachricht senden</translation>
    </message>
    <message>
        <source>Send the message again.</source>
        <translation>Die Nachricht noch einmal senden.</translation>
    </message>
    <message>
        <source>Send the message again; the model is loaded afresh.</source>
        <translation>Die Nachricht noch einmal senden; das Modell wird neu geladen.</translation>
    </message>
    <message>
        <source>Send, and say that it is not counted</source>
        <translation>Senden und sagen, dass es nicht gezählt wird</translation>
    </message>
    <message>
        <source>Sending costs about {cost} to read, less where the provider has it cached.</source>
        <translation>Das Senden kostet etwa {cost} fürs Lesen, weniger, wenn der Anbieter es im Cache hat.</translation>
    </message>
    <message>
        <source>Sends this as a message</source>
        <translation>Sendet dies als Nachricht</translation>
    </message>
    <message>
        <source>Sent in this chat only, instead of the general one.</source>
        <translation>Nur in diesem Chat gesendet, anstelle des allgemeinen.</translation>
    </message>
    <message>
        <source>Sent in this chat only.</source>
        <translation>Nur in diesem Chat gesendet.</translation>
    </message>
    <message>
        <source>Seoul</source>
        <translation>Seoul</translation>
    </message>
    <message>
        <source>Serve local models to other programs</source>
        <translation>Lokale Modelle für andere Programme bereitstellen</translation>
    </message>
    <message>
        <source>Servers whose address Baton knows</source>
        <translation>Server, deren Adresse Baton kennt</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Service: {value}</source>
        <translation>Dienst: {value}</translation>
    </message>
    <message>
        <source>Serving</source>
        <translation>Stellt bereit</translation>
    </message>
    <message>
        <source>Serving {count}</source>
        <translation>Stellt bereit: {count}</translation>
    </message>
    <message>
        <source>Set HF_ENDPOINT to an https address, or unset it.</source>
        <translation>HF_ENDPOINT auf eine https-Adresse setzen oder entfernen.</translation>
    </message>
    <message>
        <source>Set a key (baton keys set PROVIDER, or Settings &gt; Keys), or get a local model (Settings &gt; Model files).</source>
        <translation>Einen Schlüssel setzen (baton keys set PROVIDER oder Einstellungen &gt; Schlüssel) oder ein lokales Modell holen (Einstellungen &gt; Modelldateien).</translation>
    </message>
    <message>
        <source>Set fresh credentials in the environment and start Baton again.</source>
        <translation>Neue Zugangsdaten in der Umgebung setzen und Baton neu starten.</translation>
    </message>
    <message>
        <source>Set its price, choose another model, or allow it in Settings &gt; Budgets.</source>
        <translation>Den Preis angeben, ein anderes Modell wählen oder es unter Einstellungen &gt; Budgets zulassen.</translation>
    </message>
    <message>
        <source>Set one up with aws configure sso, or choose one in Settings &gt; AWS.</source>
        <translation>Mit aws configure sso eines einrichten oder eines unter Einstellungen &gt; AWS wählen.</translation>
    </message>
    <message>
        <source>Set one: baton keys set {provider}, or Settings &gt; Keys.</source>
        <translation>Einen setzen: baton keys set {provider} oder Einstellungen &gt; Schlüssel.</translation>
    </message>
    <message>
        <source>Set the VPC back as before</source>
        <translation>Die VPC auf den Stand von vorher setzen</translation>
    </message>
    <message>
        <source>Set the clock (most systems do it over the network), then try again.</source>
        <translation>Die Uhr stellen (die meisten Systeme tun das über das Netz), dann erneut versuchen.</translation>
    </message>
    <message>
        <source>Set the cluster back as before</source>
        <translation>Den Cluster auf den Stand von vorher setzen</translation>
    </message>
    <message>
        <source>Set the database back as before</source>
        <translation>Die Datenbank auf den Stand von vorher setzen</translation>
    </message>
    <message>
        <source>Set the group back as before</source>
        <translation>Die Gruppe auf den Stand von vorher setzen</translation>
    </message>
    <message>
        <source>Set the group&apos;s capacity back</source>
        <translation>Die Kapazität der Gruppe zurücksetzen</translation>
    </message>
    <message>
        <source>Set the group&apos;s processes back as before</source>
        <translation>Die Prozesse der Gruppe auf den Stand von vorher setzen</translation>
    </message>
    <message>
        <source>Set the instance back as before</source>
        <translation>Die Instanz auf den Stand von vorher setzen</translation>
    </message>
    <message>
        <source>Set the key again: baton keys set {provider}, or Settings &gt; Keys.</source>
        <translation>Den Schlüssel neu setzen: baton keys set {provider}, oder Einstellungen &gt; Schlüssel.</translation>
    </message>
    <message>
        <source>Set the metadata options back as before</source>
        <translation>Die Metadatenoptionen auf den Stand von vorher setzen</translation>
    </message>
    <message>
        <source>Set the node group back as before</source>
        <translation>Die Knotengruppe auf den Stand von vorher setzen</translation>
    </message>
    <message>
        <source>Set the queue back as before</source>
        <translation>Die Warteschlange auf den Stand von vorher setzen</translation>
    </message>
    <message>
        <source>Set the role back as before</source>
        <translation>Die Rolle auf den Stand von vorher setzen</translation>
    </message>
    <message>
        <source>Set the service back as before</source>
        <translation>Den Dienst auf den Stand von vorher setzen</translation>
    </message>
    <message>
        <source>Set the stack&apos;s protection back as before</source>
        <translation>Den Schutz des Stacks auf den Stand von vorher setzen</translation>
    </message>
    <message>
        <source>Set the subnet back as before</source>
        <translation>Das Subnetz auf den Stand von vorher setzen</translation>
    </message>
    <message>
        <source>Set the table back as before</source>
        <translation>Die Tabelle auf den Stand von vorher setzen</translation>
    </message>
    <message>
        <source>Set the time to live back as before</source>
        <translation>Die Lebensdauer auf den Stand von vorher setzen</translation>
    </message>
    <message>
        <source>Set the topic back as before</source>
        <translation>Das Topic auf den Stand von vorher setzen</translation>
    </message>
    <message>
        <source>Set the volume back as before</source>
        <translation>Das Volume auf den Stand von vorher setzen</translation>
    </message>
    <message>
        <source>Set {title} back to the default</source>
        <translation>{title} auf die Vorgabe zurücksetzen</translation>
    </message>
    <message>
        <source>Set {what} back as before</source>
        <translation>Auf den Stand von vorher setzen: {what}</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Settings &gt; AWS names it as the account for new chats; choose another there.</source>
        <translation>Einstellungen &gt; AWS nennt es als Konto für neue Chats; dort ein anderes wählen.</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Several accounts or regions cannot be asked at once here.</source>
        <translation>Mehrere Konten oder Regionen lassen sich hier nicht auf einmal fragen.</translation>
    </message>
    <message>
        <source>Several conversations begin with {conversation_id}.</source>
        <translation>Mehrere Chats beginnen mit {conversation_id}.</translation>
    </message>
    <message>
        <source>Several lines of text</source>
        <translation>Mehrere Zeilen Text</translation>
    </message>
    <message>
        <source>Several: their numbers with commas.</source>
        <translation>Mehrere: ihre Nummern mit Kommas.</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Shorten it, or choose a model with more context.</source>
        <translation>Kürzen oder ein Modell mit mehr Kontext wählen.</translation>
    </message>
    <message>
        <source>Shorten it, or raise the context in Settings &gt; Local models, or choose a model with more.</source>
        <translation>Kürzen, den Kontext unter Einstellungen &gt; Lokale Modelle erhöhen oder ein Modell mit mehr wählen.</translation>
    </message>
    <message>
        <source>Shorten it, or raise the context in Settings &gt; Local models.</source>
        <translation>Kürzen oder unter Einstellungen &gt; Lokale Modelle den Kontext vergrößern.</translation>
    </message>
    <message>
        <source>Shorten it.</source>
        <translation>Kürzen.</translation>
    </message>
    <message>
        <source>Shorten the message, or choose a model with more context.</source>
        <translation>Die Nachricht kürzen oder ein Modell mit mehr Kontext wählen.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Show all columns</source>
        <translation>Alle Spalten anzeigen</translation>
    </message>
    <message>
        <source>Show all entries</source>
        <translation>Alle Einträge zeigen</translation>
    </message>
    <message>
        <source>Show all playbooks</source>
        <translation>Alle Playbooks zeigen</translation>
    </message>
    <message>
        <source>Show all prompts</source>
        <translation>Alle Prompts zeigen</translation>
    </message>
    <message>
        <source>Show as JSON</source>
        <translation>Als JSON anzeigen</translation>
    </message>
    <message>
        <source>Show as a chart</source>
        <translation>Als Diagramm anzeigen</translation>
    </message>
    <message>
        <source>Show as a tree</source>
        <translation>Als Baum anzeigen</translation>
    </message>
    <message>
        <source>Show as: {form}</source>
        <translation>Anzeigen als: {form}</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>Protokoll anzeigen</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Mehr anzeigen</translation>
    </message>
    <message>
        <source>Show or hide the list of chats</source>
        <translation>Chatliste ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Show or hide the model dock</source>
        <translation>Modellbereich ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Show the list of chats</source>
        <translation>Chatliste einblenden</translation>
    </message>
    <message>
        <source>Show the newer version</source>
        <translation>Neuere Version anzeigen</translation>
    </message>
    <message>
        <source>Show the older version</source>
        <translation>Ältere Version anzeigen</translation>
    </message>
    <message>
        <source>Show the recovery key of the history</source>
        <translation>Wiederherstellungsschlüssel des Verlaufs zeigen</translation>
    </message>
    <message>
        <source>Show the recovery key that is typed</source>
        <translation>Den eingegebenen Wiederherstellungsschlüssel anzeigen</translation>
    </message>
    <message>
        <source>Show the rule</source>
        <translation>Regel anzeigen</translation>
    </message>
    <message>
        <source>Show what this takes back</source>
        <translation>Anzeigen, was dies rückgängig macht</translation>
    </message>
    <message>
        <source>Show what took it back</source>
        <translation>Anzeigen, was es rückgängig gemacht hat</translation>
    </message>
    <message>
        <source>Show what was hidden (on this screen only)</source>
        <translation>Verborgenes zeigen (nur auf diesem Bildschirm)</translation>
    </message>
    <message>
        <source>Shows only what comes from now on; the files stay as they are</source>
        <translation>Zeigt nur, was ab jetzt kommt; die Dateien bleiben, wie sie sind</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Sign in again for a new one.</source>
        <translation>Erneut anmelden, um einen neuen zu bekommen.</translation>
    </message>
    <message>
        <source>Sign in again to what its credential_process asks.</source>
        <translation>Dort erneut anmelden, wo der credential_process fragt.</translation>
    </message>
    <message>
        <source>Sign in again.</source>
        <translation>Erneut anmelden.</translation>
    </message>
    <message>
        <source>Sign in again: aws login --profile {profile}</source>
        <translation>Erneut anmelden: aws login --profile {profile}</translation>
    </message>
    <message>
        <source>Sign in again: baton aws login {profile}</source>
        <translation>Erneut anmelden: baton aws login {profile}</translation>
    </message>
    <message>
        <source>Sign in to AWS</source>
        <translation>Bei AWS anmelden</translation>
    </message>
    <message>
        <source>Sign in to it in Baton, where you can be asked for it.</source>
        <translation>In Baton dort anmelden, wo nach dem Code gefragt werden kann.</translation>
    </message>
    <message>
        <source>Sign in to the AWS account of this chat</source>
        <translation>Beim AWS-Konto dieses Chats anmelden</translation>
    </message>
    <message>
        <source>Sign in to {account}…</source>
        <translation>Bei {account} anmelden…</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Anmelden …</translation>
    </message>
    <message>
        <source>Signing in to {account} did not work.</source>
        <translation>Die Anmeldung bei {account} ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Signing in to {account}. AWS is asked for a code …</source>
        <translation>Anmeldung bei {account}. AWS wird um einen Code gebeten …</translation>
    </message>
    <message>
        <source>Simulated: probably denied.</source>
        <translation>Simuliert: vermutlich abgelehnt.</translation>
    </message>
    <message>
        <source>Simulated: probably denied: {actions}.</source>
        <translation>Simuliert: vermutlich abgelehnt: {actions}.</translation>
    </message>
    <message>
        <source>Simulated: you may. {note}</source>
        <translation>Simuliert: erlaubt. {note}</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Singapore</source>
        <translation>Singapur</translation>
    </message>
    <message>
        <source>Single words</source>
        <translation>Einzelne Wörter</translation>
    </message>
    <message>
        <source>Six digits that the device shows</source>
        <translation>Sechs Ziffern, die das Gerät zeigt</translation>
    </message>
    <message>
        <source>Size GiB</source>
        <translation>Größe GiB</translation>
    </message>
    <message>
        <source>Skip it</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Skip them</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Skipped until its key changes: {why}.</source>
        <translation>Übergangen, bis sich der Schlüssel ändert: {why}.</translation>
    </message>
    <message>
        <source>Skipped until {time} on {day}: {why}.</source>
        <translation>Übersprungen bis {time} am {day}: {why}.</translation>
    </message>
    <message>
        <source>Skipped until {time}: {why}.</source>
        <translation>Übergangen bis {time}: {why}.</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinerer Text</translation>
    </message>
    <message>
        <source>Some places have more pages than the limit allows.</source>
        <translation>Einige Orte haben mehr Seiten, als die Grenze zulässt.</translation>
    </message>
    <message>
        <source>Somebody else may take the bucket&apos;s name.</source>
        <translation>Jemand anders kann den Namen des Buckets übernehmen.</translation>
    </message>
    <message>
        <source>Something is served already.</source>
        <translation>Es wird bereits etwas angeboten.</translation>
    </message>
    <message>
        <source>Something went wrong inside Baton.</source>
        <translation>In Baton ist etwas schiefgegangen.</translation>
    </message>
    <message>
        <source>Something went wrong inside Baton; the log has the details. What was downloaded is kept.</source>
        <translation>In Baton ist etwas schiefgegangen; das Protokoll hat die Einzelheiten. Was heruntergeladen ist, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Something went wrong inside Baton; what you were doing may not have finished.</source>
        <translation>In Baton ist etwas schiefgegangen; der letzte Vorgang wurde vielleicht nicht abgeschlossen.</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Spain</source>
        <translation>Spanien</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Standard output cannot be written: {why}.</source>
        <translation>Die Standardausgabe lässt sich nicht schreiben: {why}.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Start Baton again.</source>
        <translation>Baton neu starten.</translation>
    </message>
    <message>
        <source>Start a new chat, or choose another model.</source>
        <translation>Einen neuen Chat beginnen oder ein anderes Modell wählen.</translation>
    </message>
    <message>
        <source>Start a new chat, shorten the message, or choose a model with more context.</source>
        <translation>Einen neuen Chat beginnen, die Nachricht kürzen oder ein Modell mit mehr Kontext wählen.</translation>
    </message>
    <message>
        <source>Start a new chat, shorten the message, or let the oldest turns be dropped or summarised.</source>
        <translation>Einen neuen Chat beginnen, die Nachricht kürzen oder die ältesten Beiträge weglassen oder zusammenfassen lassen.</translation>
    </message>
    <message>
        <source>Start a new chat, shorten the message, or raise the context in Settings &gt; Local models.</source>
        <translation>Einen neuen Chat beginnen, die Nachricht kürzen oder unter Einstellungen &gt; Lokale Modelle den Kontext vergrößern.</translation>
    </message>
    <message>
        <source>Start again now</source>
        <translation>Jetzt neu starten</translation>
    </message>
    <message>
        <source>Start it again later; it goes on where it stopped.</source>
        <translation>Später noch einmal starten; er geht dort weiter, wo er aufgehört hat.</translation>
    </message>
    <message>
        <source>Start it again, and it goes on where it stopped.</source>
        <translation>Noch einmal starten; er geht dort weiter, wo er aufgehört hat.</translation>
    </message>
    <message>
        <source>Start or stop serving local models to other programs</source>
        <translation>Bereitstellung lokaler Modelle für andere Programme starten oder beenden</translation>
    </message>
    <message>
        <source>Start the cluster again</source>
        <translation>Den Cluster wieder starten</translation>
    </message>
    <message>
        <source>Start the database again</source>
        <translation>Die Datenbank wieder starten</translation>
    </message>
    <message>
        <source>Start the trail&apos;s logging again</source>
        <translation>Die Aufzeichnung des Trails wieder starten</translation>
    </message>
    <message>
        <source>Start {instances}</source>
        <translation>{instances} starten</translation>
    </message>
    <message>
        <source>Start {title}, or check its address in Settings &gt; Endpoints.</source>
        <translation>{title} starten oder die Adresse unter Einstellungen &gt; Endpunkte prüfen.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Step by step</source>
        <translation>Schritt für Schritt</translation>
    </message>
    <message>
        <source>Step {number}, {risk}, {state}: {words}</source>
        <translation>Schritt {number}, {risk}, {state}: {words}</translation>
    </message>
    <message>
        <source>Step {number}, {risk}: {words}</source>
        <translation>Schritt {number}, {risk}: {words}</translation>
    </message>
    <message>
        <source>Step {number}: the policy does not allow it.</source>
        <translation>Schritt {number}: Die Richtlinie lässt es nicht zu.</translation>
    </message>
    <message>
        <source>Step {number}: {problem}</source>
        <translation>Schritt {number}: {problem}</translation>
    </message>
    <message numerus="yes">
        <source>Step {steps} was carried out</source>
        <comment>Steps {steps} were carried out</comment>
        <translation>
            <numerusform>Schritt {steps} wurde ausgeführt</numerusform>
            <numerusform>Die Schritte {steps} wurden ausgeführt</numerusform>
        </translation>
    </message>
    <message>
        <source>Step {step} stays as it is: {message}</source>
        <translation>Schritt {step} bleibt, wie er ist: {message}</translation>
    </message>
    <message>
        <source>Step {step}: {caveat}</source>
        <translation>Schritt {step}: {caveat}</translation>
    </message>
    <message>
        <source>Still in the clear: {file}</source>
        <translation>Noch unverschlüsselt: {file}</translation>
    </message>
    <message>
        <source>Stockholm</source>
        <translation>Stockholm</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop at</source>
        <translation>Anhalten bei</translation>
    </message>
    <message>
        <source>Stop it (Esc), or wait for its end.</source>
        <translation>Die Antwort stoppen (Esc) oder ihr Ende abwarten.</translation>
    </message>
    <message>
        <source>Stop it (Esc), or wait for its end. Then delete it.</source>
        <translation>Die Antwort stoppen (Esc) oder ihr Ende abwarten. Dann löschen.</translation>
    </message>
    <message>
        <source>Stop it and quit</source>
        <translation>Anhalten und beenden</translation>
    </message>
    <message>
        <source>Stop it first.</source>
        <translation>Zuerst anhalten.</translation>
    </message>
    <message>
        <source>Stop it, or wait.</source>
        <translation>Stoppen oder warten.</translation>
    </message>
    <message>
        <source>Stop serving</source>
        <translation>Nicht mehr bereitstellen</translation>
    </message>
    <message>
        <source>Stop the answer (Esc)</source>
        <translation>Antwort anhalten (Esc)</translation>
    </message>
    <message>
        <source>Stop the answer, or close what is open</source>
        <translation>Antwort stoppen, oder Geöffnetes schließen</translation>
    </message>
    <message>
        <source>Stop the answer, or wait for its end.</source>
        <translation>Die Antwort anhalten oder ihr Ende abwarten.</translation>
    </message>
    <message>
        <source>Stop the cluster again</source>
        <translation>Den Cluster wieder anhalten</translation>
    </message>
    <message>
        <source>Stop the database again</source>
        <translation>Die Datenbank wieder anhalten</translation>
    </message>
    <message>
        <source>Stop the instance</source>
        <translation>Die Instanz stoppen</translation>
    </message>
    <message>
        <source>Stop the trail&apos;s logging again</source>
        <translation>Die Aufzeichnung des Trails wieder anhalten</translation>
    </message>
    <message>
        <source>Stop them and quit</source>
        <translation>Alle anhalten und beenden</translation>
    </message>
    <message>
        <source>Stop {instances}</source>
        <translation>{instances} anhalten</translation>
    </message>
    <message numerus="yes">
        <source>Stopped after 1 page, because the answer is large; there is more.</source>
        <comment>Stopped after {count} pages, because the answer is large; there is more.</comment>
        <translation>
            <numerusform>Nach 1 Seite angehalten, weil die Antwort groß ist; es gibt mehr.</numerusform>
            <numerusform>Nach {count} Seiten angehalten, weil die Antwort groß ist; es gibt mehr.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped after 1 page; there is more.</source>
        <comment>Stopped after {count} pages; there is more.</comment>
        <translation>
            <numerusform>Nach 1 Seite angehalten; es gibt mehr.</numerusform>
            <numerusform>Nach {count} Seiten angehalten; es gibt mehr.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped before {count} place had answered.</source>
        <comment>Stopped before {count} places had answered.</comment>
        <translation>
            <numerusform>Angehalten, bevor {count} Ort geantwortet hat.</numerusform>
            <numerusform>Angehalten, bevor {count} Orte geantwortet haben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>Stopped. What came is kept.</source>
        <translation>Angehalten. Was schon da war, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Stopped: {progress}. What is done is kept.</source>
        <translation>Gestoppt: {progress}. Was fertig ist, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Stopped: {progress}. What is done is kept. The provider goes on with its batch: go on here, at any time, to fetch it.</source>
        <translation>Gestoppt: {progress}. Was fertig ist, bleibt erhalten. Der Anbieter arbeitet an seinem Stapel weiter: hier jederzeit fortsetzen, um das Ergebnis abzuholen.</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>Wird angehalten …</translation>
    </message>
    <message>
        <source>Storage GiB</source>
        <translation>Speicher GiB</translation>
    </message>
    <message>
        <source>Stored bytes</source>
        <translation>Gespeicherte Bytes</translation>
    </message>
    <message numerus="yes">
        <source>Summarise it</source>
        <comment>Summarise them</comment>
        <translation>
            <numerusform>Zusammenfassen</numerusform>
            <numerusform>Zusammenfassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Summarising {count} turn</source>
        <comment>Summarising {count} turns</comment>
        <translation>
            <numerusform>{count} Beitrag wird zusammengefasst</numerusform>
            <numerusform>{count} Beiträge werden zusammengefasst</numerusform>
        </translation>
    </message>
    <message>
        <source>Switch detailed monitoring off again</source>
        <translation>Die detaillierte Überwachung wieder ausschalten</translation>
    </message>
    <message>
        <source>Switch detailed monitoring on again</source>
        <translation>Die detaillierte Überwachung wieder einschalten</translation>
    </message>
    <message>
        <source>Switch the alarms&apos; actions off again</source>
        <translation>Die Aktionen der Alarme wieder ausschalten</translation>
    </message>
    <message>
        <source>Switch the alarms&apos; actions on again</source>
        <translation>Die Aktionen der Alarme wieder einschalten</translation>
    </message>
    <message>
        <source>Switch the key&apos;s rotation off again</source>
        <translation>Die Rotation des Schlüssels wieder ausschalten</translation>
    </message>
    <message>
        <source>Switch the key&apos;s rotation on again</source>
        <translation>Die Rotation des Schlüssels wieder einschalten</translation>
    </message>
    <message>
        <source>Sydney</source>
        <translation>Sydney</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>System-Prompt</translation>
    </message>
    <message>
        <source>System prompt of this chat</source>
        <translation>System-Prompt dieses Chats</translation>
    </message>
    <message>
        <source>São Paulo</source>
        <translation>São Paulo</translation>
    </message>
    <message>
        <source>Table with {rows} rows and {columns} columns</source>
        <translation>Tabelle mit {rows} Zeilen und {columns} Spalten</translation>
    </message>
    <message>
        <source>Tags: {tags}</source>
        <translation>Tags: {tags}</translation>
    </message>
    <message>
        <source>Tags: {tags} and {count} more</source>
        <translation>Tags: {tags} und {count} weitere</translation>
    </message>
    <message>
        <source>Taipei</source>
        <translation>Taipeh</translation>
    </message>
    <message>
        <source>Take all back</source>
        <translation>Alles zurücknehmen</translation>
    </message>
    <message>
        <source>Take away the console password</source>
        <translation>Das Konsolenpasswort entziehen</translation>
    </message>
    <message>
        <source>Take it out into a window of its own</source>
        <translation>In ein eigenes Fenster herausnehmen</translation>
    </message>
    <message>
        <source>Take it out of the list</source>
        <translation>Aus der Liste nehmen</translation>
    </message>
    <message>
        <source>Take it out of the schema, or choose a model on this machine.</source>
        <translation>Aus dem Schema entfernen oder ein Modell auf diesem Rechner wählen.</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>Abnehmen</translation>
    </message>
    <message>
        <source>Take out of the archive</source>
        <translation>Aus dem Archiv holen</translation>
    </message>
    <message>
        <source>Take the address off again</source>
        <translation>Die Adresse wieder abnehmen</translation>
    </message>
    <message>
        <source>Take the list of chats out into a window of its own, or put it back</source>
        <translation>Chatliste in ein eigenes Fenster lösen oder zurücksetzen</translation>
    </message>
    <message>
        <source>Take the model dock out into a window of its own, or put it back</source>
        <translation>Modellbereich in ein eigenes Fenster lösen oder zurücksetzen</translation>
    </message>
    <message>
        <source>Take the permission away again</source>
        <translation>Die Berechtigung wieder wegnehmen</translation>
    </message>
    <message>
        <source>Take the role out of the profile again</source>
        <translation>Die Rolle wieder aus dem Profil nehmen</translation>
    </message>
    <message>
        <source>Take the route table off again</source>
        <translation>Die Routentabelle wieder abnehmen</translation>
    </message>
    <message>
        <source>Take the user out of the group again</source>
        <translation>Den Benutzer wieder aus der Gruppe nehmen</translation>
    </message>
    <message>
        <source>Take {name} off {model}</source>
        <translation>{name} von {model} abnehmen</translation>
    </message>
    <message>
        <source>Takes less memory for long contexts, and is faster on GPUs. On the processor alone a model writes up to three times as fast without it in a long context.</source>
        <translation>Braucht bei langen Kontexten weniger Speicher und ist auf GPUs schneller. Auf dem Prozessor allein schreibt ein Modell bei langem Kontext ohne sie bis zu dreimal so schnell.</translation>
    </message>
    <message>
        <source>Takes this chat&apos;s own system prompt away</source>
        <translation>Entfernt den eigenen System-Prompt dieses Chats</translation>
    </message>
    <message>
        <source>Takes {needed}; {free} are free.</source>
        <translation>Braucht {needed}; {free} sind frei.</translation>
    </message>
    <message>
        <source>Tel Aviv</source>
        <translation>Tel Aviv</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>Terminate {instances}, which it launched</source>
        <translation>Terminieren, was dabei gestartet wurde: {instances}</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Test {name}</source>
        <translation>{name} testen</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Text (*.txt);;*</source>
        <translation>Text (*.txt);;*</translation>
    </message>
    <message>
        <source>Text from AWS or a file stood before the model, so only plain reads run unasked.</source>
        <translation>Dem Modell lag Text aus AWS oder einer Datei vor, daher läuft nur bloßes Lesen ungefragt.</translation>
    </message>
    <message>
        <source>Text from your account or a file was in front of the model when it proposed this.</source>
        <translation>Als das Modell dies vorschlug, lag ihm Text aus dem Konto oder einer Datei vor.</translation>
    </message>
    <message>
        <source>Text from your account or a file was read before, so it is asked about.</source>
        <translation>Zuvor wurde Text aus dem Konto oder einer Datei gelesen, daher wird gefragt.</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>Texts at which a phrase ends.</source>
        <translation>Texte, an denen eine Wendung endet.</translation>
    </message>
    <message>
        <source>Thailand</source>
        <translation>Thailand</translation>
    </message>
    <message>
        <source>Thank you.</source>
        <translation>Danke.</translation>
    </message>
    <message>
        <source>That answer cannot go on.</source>
        <translation>Diese Antwort kann nicht fortgesetzt werden.</translation>
    </message>
    <message>
        <source>That does not fit.</source>
        <translation>Das passt nicht.</translation>
    </message>
    <message>
        <source>That is a change in {count} places, and a plan may have {most} steps.</source>
        <translation>Das ist eine Änderung an {count} Orten, und ein Plan darf {most} Schritte haben.</translation>
    </message>
    <message>
        <source>That is being undone already.</source>
        <translation>Das wird bereits rückgängig gemacht.</translation>
    </message>
    <message>
        <source>That is no MFA code: it has six digits.</source>
        <translation>Das ist kein MFA-Code: Er hat sechs Ziffern.</translation>
    </message>
    <message>
        <source>That is {count} places, more than {most}.</source>
        <translation>Das sind {count} Orte, mehr als {most}.</translation>
    </message>
    <message>
        <source>That message cannot be answered.</source>
        <translation>Diese Nachricht kann nicht beantwortet werden.</translation>
    </message>
    <message>
        <source>That message is no longer there.</source>
        <translation>Diese Nachricht gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>That only read something, so there is nothing to undo.</source>
        <translation>Das hat nur gelesen, daher gibt es nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <source>That plan was undone already.</source>
        <translation>Dieser Plan ist bereits rückgängig gemacht.</translation>
    </message>
    <message>
        <source>That was not carried out, so there is nothing to undo.</source>
        <translation>Das wurde nicht ausgeführt, daher gibt es nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <source>That was undone already, so nothing was sent.</source>
        <translation>Das ist bereits rückgängig gemacht, daher wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>That was undone already.</source>
        <translation>Das ist bereits rückgängig gemacht.</translation>
    </message>
    <message>
        <source>That would be {count} changes in one question; {most} is the most.</source>
        <translation>Das wären {count} Änderungen in einer Frage; höchstens {most} sind möglich.</translation>
    </message>
    <message>
        <source>The AWS configuration cannot be read.</source>
        <translation>Die AWS-Konfiguration kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The AWS configuration does not fit for {account}: {error}</source>
        <translation>Die AWS-Konfiguration passt nicht für {account}: {error}</translation>
    </message>
    <message>
        <source>The AWS configuration sends calls of {account} to {addresses} instead of AWS.</source>
        <translation>Die AWS-Konfiguration schickt Aufrufe von {account} an {addresses} statt an AWS.</translation>
    </message>
    <message>
        <source>The AWS configuration {path!r} cannot be read.</source>
        <translation>Die AWS-Konfiguration {path!r} kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The DNS zone is no longer paid for.</source>
        <translation>Die DNS-Zone wird nicht mehr bezahlt.</translation>
    </message>
    <message>
        <source>The JSON schema</source>
        <translation>Das JSON-Schema</translation>
    </message>
    <message>
        <source>The JSON schema combines more than {count} alternatives.</source>
        <translation>Das JSON-Schema verbindet mehr als {count} Möglichkeiten.</translation>
    </message>
    <message>
        <source>The JSON schema is nested deeper than {count} levels.</source>
        <translation>Das JSON-Schema ist tiefer als {count} Ebenen verschachtelt.</translation>
    </message>
    <message>
        <source>The JSON schema is no JSON, or is nested too deeply.</source>
        <translation>Das JSON-Schema ist kein JSON oder zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>The JSON schema nests too deeply.</source>
        <translation>Das JSON-Schema ist zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>The JSON schema refers to {reference!r}, which is not within it.</source>
        <translation>Das JSON-Schema verweist auf {reference!r}, das nicht darin liegt.</translation>
    </message>
    <message>
        <source>The JSON schema&apos;s &apos;pattern&apos;</source>
        <translation>Das &apos;pattern&apos; des JSON-Schemas</translation>
    </message>
    <message>
        <source>The JSON schema&apos;s &apos;pattern&apos; with a length</source>
        <translation>Das &apos;pattern&apos; des JSON-Schemas mit einer Länge</translation>
    </message>
    <message>
        <source>The JSON schema&apos;s &apos;pattern&apos; {pattern}</source>
        <translation>Das &apos;pattern&apos; {pattern} des JSON-Schemas</translation>
    </message>
    <message>
        <source>The JSON schema&apos;s list of {count} items</source>
        <translation>Die Liste des JSON-Schemas mit {count} Elementen</translation>
    </message>
    <message>
        <source>The JSON schema&apos;s list of {count} values</source>
        <translation>Die Liste des JSON-Schemas mit {count} Werten</translation>
    </message>
    <message>
        <source>The JSON schema&apos;s text of {count} characters</source>
        <translation>Der Text des JSON-Schemas mit {count} Zeichen</translation>
    </message>
    <message>
        <source>The JSON schema&apos;s {keyword!r} is too large a number.</source>
        <translation>{keyword!r} des JSON-Schemas ist eine zu große Zahl.</translation>
    </message>
    <message>
        <source>The NAT gateway is no longer paid for.</source>
        <translation>Das NAT-Gateway wird nicht mehr bezahlt.</translation>
    </message>
    <message>
        <source>The NAT gateway itself; what passes through it is extra.</source>
        <translation>Das NAT-Gateway selbst; was durch es fließt, kommt hinzu.</translation>
    </message>
    <message>
        <source>The account&apos;s root user may do everything that the organisation does not forbid; this cannot be simulated.</source>
        <translation>Der Root-Benutzer des Kontos darf alles, was die Organisation nicht verbietet; das lässt sich nicht simulieren.</translation>
    </message>
    <message>
        <source>The adapter does not fit this model.</source>
        <translation>Der Adapter passt nicht zu diesem Modell.</translation>
    </message>
    <message>
        <source>The adapter {name!r} cannot be used with this model.</source>
        <translation>Der Adapter {name!r} lässt sich mit diesem Modell nicht verwenden.</translation>
    </message>
    <message>
        <source>The address goes back to AWS, and somebody else may get it.</source>
        <translation>Die Adresse geht an AWS zurück, und jemand anders kann sie bekommen.</translation>
    </message>
    <message>
        <source>The address is copied.</source>
        <translation>Die Adresse ist kopiert.</translation>
    </message>
    <message>
        <source>The address is no longer paid for.</source>
        <translation>Die Adresse wird nicht mehr bezahlt.</translation>
    </message>
    <message>
        <source>The address of {host} ends in a query or a fragment, which an endpoint does not take. Write it as https://host/v1.</source>
        <translation>Die Adresse von {host} endet mit einer Abfrage oder einem Fragment, was ein Endpunkt nicht annimmt. Als https://host/v1 schreiben.</translation>
    </message>
    <message>
        <source>The address of {title} is not encrypted, so the key was not sent.</source>
        <translation>Die Adresse von {title} ist nicht verschlüsselt, daher wurde der Schlüssel nicht gesendet.</translation>
    </message>
    <message>
        <source>The alarms are no longer paid for.</source>
        <translation>Die Alarme werden nicht mehr bezahlt.</translation>
    </message>
    <message>
        <source>The answer could not be finished. Try again.</source>
        <translation>Die Antwort konnte nicht beendet werden. Bitte erneut versuchen.</translation>
    </message>
    <message>
        <source>The answer does not follow the schema: {problem}</source>
        <translation>Die Antwort entspricht nicht dem Schema: {problem}</translation>
    </message>
    <message>
        <source>The answer ends before the first of these texts.</source>
        <translation>Die Antwort endet vor dem ersten dieser Texte.</translation>
    </message>
    <message>
        <source>The answer ends here because the model&apos;s context is full.</source>
        <translation>Die Antwort endet hier, weil der Kontext des Modells voll ist.</translation>
    </message>
    <message>
        <source>The answer ends here because the model&apos;s context is full. It can go on once the oldest turns are dropped or summarised.</source>
        <translation>Die Antwort endet hier, weil der Kontext des Modells voll ist. Sie kann weitergehen, sobald die ältesten Beiträge weggelassen oder zusammengefasst sind.</translation>
    </message>
    <message>
        <source>The answer from {title} broke off.</source>
        <translation>Die Antwort von {title} ist abgebrochen.</translation>
    </message>
    <message>
        <source>The answer is cut at this many tokens (about three quarters of a word each); thinking counts too.</source>
        <translation>Die Antwort wird nach so vielen Token abgeschnitten (je etwa drei Viertel eines Wortes); Nachdenken zählt mit.</translation>
    </message>
    <message>
        <source>The answer is empty.</source>
        <translation>Die Antwort ist leer.</translation>
    </message>
    <message>
        <source>The answer is longer than {most} characters.</source>
        <translation>Die Antwort ist länger als {most} Zeichen.</translation>
    </message>
    <message>
        <source>The answer is not shown</source>
        <translation>Die Antwort wird nicht gezeigt</translation>
    </message>
    <message>
        <source>The answer must ask for a tool, and none is offered.</source>
        <translation>Die Antwort muss ein Werkzeug verlangen, und keines wird angeboten.</translation>
    </message>
    <message>
        <source>The answer must ask for the tool {name!r}, and none such is offered.</source>
        <translation>Die Antwort muss das Werkzeug {name!r} verlangen, und ein solches wird nicht angeboten.</translation>
    </message>
    <message>
        <source>The answer of step {step} has nothing at {path}.</source>
        <translation>Die Antwort von Schritt {step} hat unter {path} nichts.</translation>
    </message>
    <message>
        <source>The answer reached its length limit before it was whole.</source>
        <translation>Die Antwort hat ihre Längengrenze erreicht, bevor sie vollständig war.</translation>
    </message>
    <message>
        <source>The answer reached its length limit. Let it go on, or allow more output tokens.</source>
        <translation>Die Antwort hat ihre Höchstlänge erreicht. Fortsetzen oder mehr Ausgabe-Token erlauben.</translation>
    </message>
    <message>
        <source>The answer so far stays as a version of its own.</source>
        <translation>Die bisherige Antwort bleibt als eigene Version erhalten.</translation>
    </message>
    <message>
        <source>The answer was copied.</source>
        <translation>Die Antwort wurde kopiert.</translation>
    </message>
    <message>
        <source>The answer was stopped: it used {budget} up. What came is kept.</source>
        <translation>Die Antwort wurde angehalten: Sie hat {budget} ausgeschöpft. Was kam, bleibt erhalten.</translation>
    </message>
    <message>
        <source>The audit log has no entry {reference}.</source>
        <translation>Das Audit-Protokoll hat keinen Eintrag {reference}.</translation>
    </message>
    <message>
        <source>The backup is in place.</source>
        <translation>Die Sicherung ist eingespielt.</translation>
    </message>
    <message>
        <source>The backup was made, read through and found sound.</source>
        <translation>Die Sicherung wurde erstellt, durchgelesen und ist in Ordnung.</translation>
    </message>
    <message>
        <source>The batch for {target} is one of {model}.</source>
        <translation>Der Stapel für {target} ist einer von {model}.</translation>
    </message>
    <message>
        <source>The batch was cancelled before this line was answered.</source>
        <translation>Der Batch wurde abgebrochen, bevor diese Zeile beantwortet war.</translation>
    </message>
    <message>
        <source>The batches are listed in your account at the provider; move the note away to begin anew.</source>
        <translation>Die Stapel stehen im Konto beim Anbieter; die Notiz verschieben, um neu zu beginnen.</translation>
    </message>
    <message>
        <source>The bin is empty. Deleted chats lie here for 30 days and can be restored.</source>
        <translation>Der Papierkorb ist leer. Gelöschte Chats liegen hier 30 Tage und lassen sich wiederherstellen.</translation>
    </message>
    <message>
        <source>The bucket keeps no versions, so a deleted object cannot be brought back.</source>
        <translation>Der Bucket behält keine Versionen; ein gelöschtes Objekt lässt sich nicht zurückholen.</translation>
    </message>
    <message>
        <source>The bytes of {name!r} are gone.</source>
        <translation>Die Bytes von {name!r} sind weg.</translation>
    </message>
    <message>
        <source>The call</source>
        <translation>Der Aufruf</translation>
    </message>
    <message>
        <source>The call does not fit the operation. Nothing was sent to AWS.</source>
        <translation>Der Aufruf passt nicht zur Operation. Es wurde nichts an AWS gesendet.</translation>
    </message>
    <message>
        <source>The call does not say which instance type it launches, so what it costs is unknown.</source>
        <translation>Der Aufruf sagt nicht, welchen Instanztyp er startet; die Kosten sind daher unbekannt.</translation>
    </message>
    <message>
        <source>The call returned nothing.</source>
        <translation>Der Aufruf hat nichts zurückgegeben.</translation>
    </message>
    <message>
        <source>The call to AWS did not succeed.</source>
        <translation>Der Aufruf bei AWS ist nicht gelungen.</translation>
    </message>
    <message>
        <source>The call was changed too often, so it was not carried out.</source>
        <translation>Der Aufruf wurde zu oft geändert, daher wurde er nicht ausgeführt.</translation>
    </message>
    <message>
        <source>The call would have gone to {host!r}, which is not AWS, so it was not sent.</source>
        <translation>Der Aufruf wäre an {host!r} gegangen, das nicht AWS ist, und wurde deshalb nicht gesendet.</translation>
    </message>
    <message>
        <source>The call would have left the demo account, so it was not sent.</source>
        <translation>Der Aufruf hätte das Demokonto verlassen und wurde deshalb nicht gesendet.</translation>
    </message>
    <message>
        <source>The certificate file {path} cannot be read ({origin}).</source>
        <translation>Die Zertifikatsdatei {path} ist nicht lesbar ({origin}).</translation>
    </message>
    <message>
        <source>The certificate {whose} is not trusted.</source>
        <translation>Das Zertifikat {whose} ist nicht vertrauenswürdig.</translation>
    </message>
    <message>
        <source>The certificate {whose} is not trusted: {why}.</source>
        <translation>Das Zertifikat {whose} ist nicht vertrauenswürdig: {why}.</translation>
    </message>
    <message>
        <source>The change is made at once and may restart the database.</source>
        <translation>Die Änderung erfolgt sofort und kann die Datenbank neu starten.</translation>
    </message>
    <message>
        <source>The chat is longer than the model&apos;s context</source>
        <translation>Der Chat ist länger als der Kontext des Modells</translation>
    </message>
    <message>
        <source>The chat is longer than {model} takes: leaving out {turns}</source>
        <translation>Der Chat ist länger, als {model} annimmt: weggelassen wird {turns}</translation>
    </message>
    <message>
        <source>The chat template of {model!r} cannot write this conversation.</source>
        <translation>Die Chat-Vorlage von {model!r} kann diesen Chat nicht schreiben.</translation>
    </message>
    <message>
        <source>The chats imported by then are kept.</source>
        <translation>Bis dahin importierte Chats bleiben erhalten.</translation>
    </message>
    <message>
        <source>The check failed; see the log.</source>
        <translation>Die Prüfung ist fehlgeschlagen; siehe Protokoll.</translation>
    </message>
    <message>
        <source>The chosen entries, or all that are shown</source>
        <translation>Die ausgewählten Einträge oder alle gezeigten</translation>
    </message>
    <message>
        <source>The cluster is no longer paid for.</source>
        <translation>Der Cluster wird nicht mehr bezahlt.</translation>
    </message>
    <message>
        <source>The cluster itself; its machines are extra.</source>
        <translation>Der Cluster selbst; seine Maschinen kommen hinzu.</translation>
    </message>
    <message>
        <source>The code has expired before it was confirmed.</source>
        <translation>Der Code ist abgelaufen, bevor er bestätigt wurde.</translation>
    </message>
    <message>
        <source>The commands run with administrator&apos;s rights on the machines.</source>
        <translation>Die Befehle laufen mit Administratorrechten auf den Maschinen.</translation>
    </message>
    <message>
        <source>The connection broke; the download goes on in {seconds} s.</source>
        <translation>Die Verbindung ist abgebrochen; der Download geht in {seconds} s weiter.</translation>
    </message>
    <message>
        <source>The context is {count} tokens instead of the model&apos;s {own}: no more fits.</source>
        <translation>Der Kontext hat {count} Token statt der {own} des Modells: Mehr passt nicht.</translation>
    </message>
    <message>
        <source>The context is {count} tokens instead of the {wanted} set: the model was made for no more.</source>
        <translation>Der Kontext hat {count} Token statt der eingestellten {wanted}: Für mehr ist das Modell nicht gemacht.</translation>
    </message>
    <message>
        <source>The conversation is longer than the model takes.{quoted}</source>
        <translation>Der Chat ist länger, als das Modell aufnimmt.{quoted}</translation>
    </message>
    <message>
        <source>The conversation is longer than {model!r} takes.{quoted}</source>
        <translation>Der Chat ist länger, als {model!r} aufnimmt.{quoted}</translation>
    </message>
    <message>
        <source>The conversation may be longer than the model&apos;s context: shorten it, or see the server&apos;s log.</source>
        <translation>Der Chat ist vielleicht länger als der Kontext des Modells: kürzen oder im Protokoll des Servers nachsehen.</translation>
    </message>
    <message>
        <source>The conversation takes {count} tokens, and {model!r} is loaded with room for {room}.</source>
        <translation>Der Chat braucht {count} Token, und {model!r} ist mit Platz für {room} geladen.</translation>
    </message>
    <message>
        <source>The conversation {title} is there already.</source>
        <translation>Der Chat {title} ist schon da.</translation>
    </message>
    <message>
        <source>The converted history does not hold what the history does.</source>
        <translation>Der umgewandelte Verlauf enthält nicht, was der Verlauf enthält.</translation>
    </message>
    <message>
        <source>The converted history is not sound.</source>
        <translation>Der umgewandelte Verlauf ist nicht intakt.</translation>
    </message>
    <message>
        <source>The copy {name} is not sound.</source>
        <translation>Die Kopie {name} ist nicht intakt.</translation>
    </message>
    <message>
        <source>The credential_process of {title!r} cannot be started.</source>
        <translation>Der credential_process von {title!r} lässt sich nicht starten.</translation>
    </message>
    <message>
        <source>The credential_process of {title!r} did not print a JSON object.</source>
        <translation>Der credential_process von {title!r} hat kein JSON-Objekt ausgegeben.</translation>
    </message>
    <message>
        <source>The credential_process of {title!r} failed (exit status {status}).</source>
        <translation>Der credential_process von {title!r} ist gescheitert (Exit-Status {status}).</translation>
    </message>
    <message>
        <source>The credential_process of {title!r} gave no answer within {seconds} s.</source>
        <translation>Der credential_process von {title!r} hat innerhalb von {seconds} s nicht geantwortet.</translation>
    </message>
    <message>
        <source>The credentials for {account} could not be fetched.</source>
        <translation>Die Zugangsdaten für {account} konnten nicht geholt werden.</translation>
    </message>
    <message>
        <source>The credentials for {account} have expired.</source>
        <translation>Die Zugangsdaten für {account} sind abgelaufen.</translation>
    </message>
    <message>
        <source>The database and its storage are no longer paid for; snapshots are.</source>
        <translation>Die Datenbank und ihr Speicher werden nicht mehr bezahlt; Snapshots schon.</translation>
    </message>
    <message>
        <source>The database can only come back as a new one, from its last snapshot.</source>
        <translation>Die Datenbank kann nur als neue zurückkommen, aus ihrem letzten Snapshot.</translation>
    </message>
    <message>
        <source>The default of the variable {name} does not fit: {problem}</source>
        <translation>Der Vorgabewert der Variablen {name} passt nicht: {problem}</translation>
    </message>
    <message>
        <source>The deleted one is kept in {folder}.</source>
        <translation>Der gelöschte liegt in {folder}.</translation>
    </message>
    <message>
        <source>The deleted prompt {name} is not kept any more.</source>
        <translation>Der gelöschte Prompt {name} wird nicht mehr aufbewahrt.</translation>
    </message>
    <message>
        <source>The demo account cannot do {operation}.</source>
        <translation>Das Demokonto kann {operation} nicht.</translation>
    </message>
    <message>
        <source>The demo account did not start.</source>
        <translation>Das Demokonto ist nicht gestartet.</translation>
    </message>
    <message>
        <source>The demo account has no Amazon Bedrock.</source>
        <translation>Das Demokonto hat kein Amazon Bedrock.</translation>
    </message>
    <message>
        <source>The demo account has no {service}.</source>
        <translation>Das Demokonto hat kein {service}.</translation>
    </message>
    <message>
        <source>The demo account is closed.</source>
        <translation>Das Demokonto ist geschlossen.</translation>
    </message>
    <message>
        <source>The demo account lets every dry run pass.</source>
        <translation>Das Demokonto lässt jeden Probelauf gelingen.</translation>
    </message>
    <message>
        <source>The demo account runs on this machine: nothing leaves it. Press to choose another account.</source>
        <translation>Das Demokonto läuft auf diesem Rechner: nichts verlässt ihn. Drücken, um ein anderes Konto zu wählen.</translation>
    </message>
    <message>
        <source>The demo account stopped.</source>
        <translation>Das Demokonto läuft nicht mehr.</translation>
    </message>
    <message>
        <source>The device can no longer be a second factor.</source>
        <translation>Das Gerät kann kein zweiter Faktor mehr sein.</translation>
    </message>
    <message>
        <source>The disk is full; what was downloaded so far is kept.</source>
        <translation>Der Datenträger ist voll; das bisher Heruntergeladene bleibt erhalten.</translation>
    </message>
    <message>
        <source>The disk is no longer paid for.</source>
        <translation>Das Volume wird nicht mehr bezahlt.</translation>
    </message>
    <message>
        <source>The disk that holds {name} is full.</source>
        <translation>Der Datenträger mit {name} ist voll.</translation>
    </message>
    <message>
        <source>The display {name} does not answer.</source>
        <translation>Die Anzeige {name} antwortet nicht.</translation>
    </message>
    <message>
        <source>The download brings nothing more.</source>
        <translation>Der Download bringt nichts mehr.</translation>
    </message>
    <message>
        <source>The download of {name} stopped. {problem}</source>
        <translation>Der Download von {name} wurde abgebrochen. {problem}</translation>
    </message>
    <message>
        <source>The download was stopped.</source>
        <translation>Der Download wurde angehalten.</translation>
    </message>
    <message>
        <source>The endpoint set for {account} is no address.</source>
        <translation>Der für {account} gesetzte Endpunkt ist keine Adresse.</translation>
    </message>
    <message>
        <source>The entry {entry} in the keyring is not the key that encrypted the history.</source>
        <translation>Der Eintrag {entry} im Schlüsselbund ist nicht der Schlüssel, mit dem der Verlauf verschlüsselt wurde.</translation>
    </message>
    <message>
        <source>The environment names the AWS profile {name!r}, which there is not. Correct AWS_PROFILE, or choose an account.</source>
        <translation>Die Umgebung nennt das AWS-Profil {name!r}, das es nicht gibt. AWS_PROFILE berichtigen oder ein Konto wählen.</translation>
    </message>
    <message>
        <source>The exports of Baton, ChatGPT, Claude, Open WebUI and LibreChat can be imported, as JSON.</source>
        <translation>Importieren lassen sich die Exporte von Baton, ChatGPT, Claude, Open WebUI und LibreChat, als JSON.</translation>
    </message>
    <message>
        <source>The expression {expression!r} does not fit: {said}</source>
        <translation>Der Ausdruck {expression!r} passt nicht: {said}</translation>
    </message>
    <message>
        <source>The file is cut or damaged from conversation {number} on; the rest is left out.</source>
        <translation>Die Datei ist ab Chat {number} abgeschnitten oder beschädigt; der Rest wird ausgelassen.</translation>
    </message>
    <message>
        <source>The file is damaged; download it again.</source>
        <translation>Die Datei ist beschädigt; noch einmal herunterladen.</translation>
    </message>
    <message>
        <source>The file is no library of Baton&apos;s.</source>
        <translation>Die Datei ist keine Bibliothek von Baton.</translation>
    </message>
    <message>
        <source>The file of answers</source>
        <translation>Die Datei mit Antworten</translation>
    </message>
    <message>
        <source>The file of prompts</source>
        <translation>Die Datei mit Prompts</translation>
    </message>
    <message>
        <source>The file of results holds lines that no batch wrote.</source>
        <translation>Die Ergebnisdatei enthält Zeilen, die kein Stapellauf geschrieben hat.</translation>
    </message>
    <message>
        <source>The file of {what} could not be read ({reason}); it is kept as {kept}, and they are not used.</source>
        <translation>Die Datei war nicht lesbar ({reason}) und bleibt als {kept} erhalten; nicht genutzt werden {what}.</translation>
    </message>
    <message>
        <source>The file {path!r} is no longer there. Put it back, or remove the model from the list.</source>
        <translation>Die Datei {path!r} ist nicht mehr da. Zurücklegen oder das Modell aus der Liste entfernen.</translation>
    </message>
    <message>
        <source>The file&apos;s text</source>
        <translation>Der Text der Datei</translation>
    </message>
    <message>
        <source>The findings are in {path}.</source>
        <translation>Die Befunde stehen in {path}.</translation>
    </message>
    <message>
        <source>The fleet&apos;s instances are terminated.</source>
        <translation>Die Instanzen der Flotte werden terminiert.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be read: {why}.</source>
        <translation>Der Ordner {folder} ist nicht lesbar: {why}.</translation>
    </message>
    <message>
        <source>The folder {folder} was removed.</source>
        <translation>Der Ordner {folder} wurde entfernt.</translation>
    </message>
    <message>
        <source>The function&apos;s code is deleted with all its versions.</source>
        <translation>Der Code der Funktion wird mit allen Versionen gelöscht.</translation>
    </message>
    <message>
        <source>The general one of the settings is sent.</source>
        <translation>Gesendet wird der allgemeine aus den Einstellungen.</translation>
    </message>
    <message>
        <source>The history and its backups are encrypted.</source>
        <translation>Der Verlauf und seine Sicherungen sind verschlüsselt.</translation>
    </message>
    <message>
        <source>The history and its backups are in the clear.</source>
        <translation>Der Verlauf und seine Sicherungen sind unverschlüsselt.</translation>
    </message>
    <message>
        <source>The history is as it was.</source>
        <translation>Der Verlauf ist unverändert.</translation>
    </message>
    <message>
        <source>The history is being decrypted…</source>
        <translation>Der Verlauf wird entschlüsselt…</translation>
    </message>
    <message>
        <source>The history is being encrypted…</source>
        <translation>Der Verlauf wird verschlüsselt…</translation>
    </message>
    <message>
        <source>The history is being mended…</source>
        <translation>Der Verlauf wird repariert…</translation>
    </message>
    <message>
        <source>The history is being opened…</source>
        <translation>Der Verlauf wird geöffnet…</translation>
    </message>
    <message>
        <source>The history is closed.</source>
        <translation>Der Verlauf ist geschlossen.</translation>
    </message>
    <message>
        <source>The history is damaged: {problem}.</source>
        <translation>Der Verlauf ist beschädigt: {problem}.</translation>
    </message>
    <message>
        <source>The history is damaged: {problem}. What can be read of it, and the newest sound backup, make a new one at the next start; or now, with: baton history check --mend.</source>
        <translation>Der Verlauf ist beschädigt: {problem}. Was davon lesbar ist, und die neueste intakte Sicherung ergeben beim nächsten Start einen neuen; oder sofort mit: baton history check --mend.</translation>
    </message>
    <message>
        <source>The history is encrypted, and its key is not in the keyring.</source>
        <translation>Der Verlauf ist verschlüsselt, und sein Schlüssel ist nicht im Schlüsselbund.</translation>
    </message>
    <message>
        <source>The history is encrypted, and its key is not in the keyring. {problem}</source>
        <translation>Der Verlauf ist verschlüsselt, und sein Schlüssel ist nicht im Schlüsselbund. {problem}</translation>
    </message>
    <message>
        <source>The history is encrypted.</source>
        <translation>Der Verlauf ist verschlüsselt.</translation>
    </message>
    <message>
        <source>The history is in the clear.</source>
        <translation>Der Verlauf ist unverschlüsselt.</translation>
    </message>
    <message>
        <source>The history is not encrypted.</source>
        <translation>Der Verlauf ist nicht verschlüsselt.</translation>
    </message>
    <message>
        <source>The history is open until Baton ends: the keyring does not keep the key. Unlock or install one.</source>
        <translation>Der Verlauf ist offen, bis Baton endet: der Schlüsselbund bewahrt den Schlüssel nicht auf. Einen Schlüsselbund entsperren oder installieren.</translation>
    </message>
    <message>
        <source>The history is open, and its key is in the keyring again.</source>
        <translation>Der Verlauf ist offen, und sein Schlüssel liegt wieder im Schlüsselbund.</translation>
    </message>
    <message>
        <source>The history is sound.</source>
        <translation>Der Verlauf ist in Ordnung.</translation>
    </message>
    <message>
        <source>The history that was there cannot be read and is kept as {name}.</source>
        <translation>Der bisherige Verlauf ist nicht lesbar und bleibt als {name} erhalten.</translation>
    </message>
    <message>
        <source>The history that was there is damaged and is kept as {name}.</source>
        <translation>Der bisherige Verlauf ist beschädigt und bleibt als {name} erhalten.</translation>
    </message>
    <message>
        <source>The history was brought up to date; as it was before, it is kept as {name}.</source>
        <translation>Der Verlauf wurde auf den neuen Stand gebracht; der vorherige bleibt als {name} erhalten.</translation>
    </message>
    <message>
        <source>The history was damaged ({reason}) and is kept, untouched, as {file}.</source>
        <translation>Der Verlauf war beschädigt ({reason}) und bleibt unberührt als {file} erhalten.</translation>
    </message>
    <message>
        <source>The history was damaged and was mended as far as it could be.</source>
        <translation>Der Verlauf war beschädigt und wurde repariert, so weit es ging.</translation>
    </message>
    <message>
        <source>The history was damaged and was mended as far as it could be. It is kept, untouched, as {file}.</source>
        <translation>Der Verlauf war beschädigt und wurde repariert, so weit es ging. Er bleibt unberührt als {file} erhalten.</translation>
    </message>
    <message>
        <source>The history was not encrypted, because its key cannot be kept.</source>
        <translation>Der Verlauf wurde nicht verschlüsselt, weil sich sein Schlüssel nicht aufbewahren lässt.</translation>
    </message>
    <message>
        <source>The history was not encrypted, because its key cannot be kept. {problem}</source>
        <translation>Der Verlauf wurde nicht verschlüsselt, weil sich sein Schlüssel nicht aufbewahren lässt. {problem}</translation>
    </message>
    <message>
        <source>The hub asks to wait; the download goes on in {seconds} s.</source>
        <translation>Der Hub bittet zu warten; der Download geht in {seconds} s weiter.</translation>
    </message>
    <message>
        <source>The hub cannot go on in the middle; the download begins anew.</source>
        <translation>Der Hub kann nicht mittendrin weitermachen; der Download beginnt von vorn.</translation>
    </message>
    <message>
        <source>The hub has switched {repository!r} off.</source>
        <translation>Der Hub hat {repository!r} abgeschaltet.</translation>
    </message>
    <message>
        <source>The hub sends {name!r} with another size than it lists.</source>
        <translation>Der Hub sendet {name!r} mit einer anderen Größe, als er auflistet.</translation>
    </message>
    <message>
        <source>The instance gets the rights of a role.</source>
        <translation>Die Instanz bekommt die Rechte einer Rolle.</translation>
    </message>
    <message>
        <source>The interface of {name} is one of {names}; not {api}.</source>
        <translation>Die Schnittstelle von {name} ist eine von {names}, nicht {api}.</translation>
    </message>
    <message>
        <source>The item is gone, unless the table keeps backups.</source>
        <translation>Das Element ist weg, sofern die Tabelle keine Sicherungen behält.</translation>
    </message>
    <message>
        <source>The key for {title} holds characters that no key has.</source>
        <translation>Der Schlüssel für {title} enthält Zeichen, die kein Schlüssel hat.</translation>
    </message>
    <message>
        <source>The key for {title} may not do this.{quoted}</source>
        <translation>Der Schlüssel für {title} darf das nicht.{quoted}</translation>
    </message>
    <message>
        <source>The key is empty.</source>
        <translation>Der Schlüssel ist leer.</translation>
    </message>
    <message>
        <source>The key is in your keyring.</source>
        <translation>Der Schlüssel liegt im Schlüsselbund.</translation>
    </message>
    <message>
        <source>The key is no longer paid for.</source>
        <translation>Der Schlüssel wird nicht mehr bezahlt.</translation>
    </message>
    <message>
        <source>The key is on the clipboard.</source>
        <translation>Der Schlüssel ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>The key is paid for again.</source>
        <translation>Der Schlüssel wird wieder bezahlt.</translation>
    </message>
    <message>
        <source>The key was removed.</source>
        <translation>Der Schlüssel wurde entfernt.</translation>
    </message>
    <message>
        <source>The keyring did not remove the key for {name}.</source>
        <translation>Der Schlüsselbund hat den Schlüssel für {name} nicht entfernt.</translation>
    </message>
    <message>
        <source>The last step first. {steps}</source>
        <translation>Der letzte Schritt zuerst. {steps}</translation>
    </message>
    <message>
        <source>The library does not say its version.</source>
        <translation>Die Bibliothek nennt ihre Version nicht.</translation>
    </message>
    <message>
        <source>The library was written by a newer Baton.</source>
        <translation>Die Bibliothek wurde von einem neueren Baton geschrieben.</translation>
    </message>
    <message>
        <source>The limit of {title} is used up.</source>
        <translation>Das Limit von {title} ist ausgeschöpft.</translation>
    </message>
    <message>
        <source>The line asks nothing.</source>
        <translation>Die Zeile fragt nichts.</translation>
    </message>
    <message>
        <source>The line is neither a text nor an object with a &apos;prompt&apos;.</source>
        <translation>Die Zeile ist weder ein Text noch ein Objekt mit &apos;prompt&apos;.</translation>
    </message>
    <message>
        <source>The line is no JSON: write a text in quotes, or an object with a &apos;prompt&apos;.</source>
        <translation>Die Zeile ist kein JSON: einen Text in Anführungszeichen oder ein Objekt mit &apos;prompt&apos; schreiben.</translation>
    </message>
    <message>
        <source>The line is too long.</source>
        <translation>Die Zeile ist zu lang.</translation>
    </message>
    <message>
        <source>The list of AWS operations cannot be kept in {folder!r} ({why}), so that every start takes some seconds longer. Make the folder writable, or free space.</source>
        <translation>Die Liste der AWS-Operationen kann nicht in {folder!r} abgelegt werden ({why}), daher dauert jeder Start einige Sekunden länger. Den Ordner beschreibbar machen oder Platz schaffen.</translation>
    </message>
    <message>
        <source>The list of local models cannot be read: {why}.</source>
        <translation>Die Liste der lokalen Modelle kann nicht gelesen werden: {why}.</translation>
    </message>
    <message>
        <source>The list of local models cannot be saved: {why}.</source>
        <translation>Die Liste der lokalen Modelle kann nicht gespeichert werden: {why}.</translation>
    </message>
    <message>
        <source>The list of local models is damaged and cannot be moved aside: {why}.</source>
        <translation>Die Liste der lokalen Modelle ist beschädigt und lässt sich nicht beiseitelegen: {why}.</translation>
    </message>
    <message>
        <source>The list of local models was damaged; it is kept as {name!r}. Downloaded models were found again; add other files again.</source>
        <translation>Die Liste der lokalen Modelle war beschädigt; sie ist als {name!r} aufgehoben. Heruntergeladene Modelle wurden wiedergefunden; andere Dateien noch einmal hinzufügen.</translation>
    </message>
    <message>
        <source>The list of local models was written by a newer Baton.</source>
        <translation>Die Liste der lokalen Modelle wurde von einem neueren Baton geschrieben.</translation>
    </message>
    <message>
        <source>The load balancer is no longer paid for.</source>
        <translation>Der Load Balancer wird nicht mehr bezahlt.</translation>
    </message>
    <message>
        <source>The load balancer itself; what passes through it is extra.</source>
        <translation>Der Load Balancer selbst; was durch ihn fließt, kommt hinzu.</translation>
    </message>
    <message>
        <source>The local model gave no sign of life for {seconds} s and was stopped.</source>
        <translation>Das lokale Modell gab {seconds} s lang kein Lebenszeichen und wurde angehalten.</translation>
    </message>
    <message>
        <source>The local model was unloaded.</source>
        <translation>Das lokale Modell wurde entladen.</translation>
    </message>
    <message>
        <source>The local model {model!r} was unloaded; it is loaded again when it is asked.</source>
        <translation>Das lokale Modell {model!r} wurde entladen; es wird wieder geladen, wenn es gefragt wird.</translation>
    </message>
    <message>
        <source>The menu key offers what can be done with it.</source>
        <translation>Die Menütaste bietet an, was damit getan werden kann.</translation>
    </message>
    <message>
        <source>The message is always sent.</source>
        <translation>Die Nachricht wird immer gesendet.</translation>
    </message>
    <message>
        <source>The message is pinned no more.</source>
        <translation>Die Nachricht ist nicht mehr angeheftet.</translation>
    </message>
    <message>
        <source>The message was copied.</source>
        <translation>Die Nachricht wurde kopiert.</translation>
    </message>
    <message>
        <source>The messages in the queue are lost.</source>
        <translation>Die Nachrichten in der Warteschlange sind verloren.</translation>
    </message>
    <message>
        <source>The model</source>
        <translation>Das Modell</translation>
    </message>
    <message>
        <source>The model asked for tools {count} times and gave no answer, so the turn was ended. Ask for less at once, or choose another model.</source>
        <translation>Das Modell hat {count}-mal Tools verlangt und keine Antwort gegeben, daher wurde der Beitrag beendet. Auf einmal weniger fragen oder ein anderes Modell wählen.</translation>
    </message>
    <message>
        <source>The model cannot be made to call a tool: the request has none.</source>
        <translation>Das Modell lässt sich nicht zu einem Werkzeugaufruf zwingen: Die Anfrage hat kein Werkzeug.</translation>
    </message>
    <message>
        <source>The model cannot be made to call {name!r}: the request has no such tool.</source>
        <translation>Das Modell lässt sich nicht zum Aufruf von {name!r} zwingen: Die Anfrage hat kein solches Werkzeug.</translation>
    </message>
    <message>
        <source>The model cannot be saved: {why}.</source>
        <translation>Das Modell kann nicht gespeichert werden: {why}.</translation>
    </message>
    <message>
        <source>The model computes no numbers: its weights are damaged.</source>
        <translation>Das Modell errechnet keine Zahlen: Seine Gewichte sind beschädigt.</translation>
    </message>
    <message>
        <source>The model gets no AWS tools</source>
        <translation>Das Modell erhält keine AWS-Werkzeuge</translation>
    </message>
    <message>
        <source>The model gets no AWS tools in this chat. Press to choose an account.</source>
        <translation>Das Modell erhält in diesem Chat keine AWS-Werkzeuge. Drücken, um ein Konto zu wählen.</translation>
    </message>
    <message>
        <source>The model hub answered with status {status}.</source>
        <translation>Der Modell-Hub hat mit Status {status} geantwortet.</translation>
    </message>
    <message>
        <source>The model hub asks to slow down.</source>
        <translation>Der Modell-Hub bittet, langsamer zu machen.</translation>
    </message>
    <message>
        <source>The model hub cannot be reached, or the connection broke.</source>
        <translation>Der Modell-Hub ist nicht erreichbar, oder die Verbindung ist abgebrochen.</translation>
    </message>
    <message>
        <source>The model hub did not answer in time.</source>
        <translation>Der Modell-Hub hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>The model hub does not take the token.</source>
        <translation>Der Modell-Hub nimmt das Token nicht an.</translation>
    </message>
    <message>
        <source>The model hub does not take this search.</source>
        <translation>Der Modell-Hub nimmt diese Suche nicht an.</translation>
    </message>
    <message>
        <source>The model hub sent {what}.</source>
        <translation>Der Modell-Hub hat {what} gesendet.</translation>
    </message>
    <message>
        <source>The model hub&apos;s answer does not end.</source>
        <translation>Die Antwort des Modell-Hubs endet nicht.</translation>
    </message>
    <message>
        <source>The model that judges gave no judgement.</source>
        <translation>Das urteilende Modell hat kein Urteil abgegeben.</translation>
    </message>
    <message>
        <source>The model wrote no summary.</source>
        <translation>Das Modell hat keine Zusammenfassung geschrieben.</translation>
    </message>
    <message>
        <source>The model&apos;s context is too small for a summary.</source>
        <translation>Der Kontext des Modells ist für eine Zusammenfassung zu klein.</translation>
    </message>
    <message>
        <source>The model&apos;s own</source>
        <translation>Wie das Modell</translation>
    </message>
    <message>
        <source>The model&apos;s own file, and how the settings have it loaded</source>
        <translation>Die Datei des Modells selbst, und wie die Einstellungen es laden lassen</translation>
    </message>
    <message>
        <source>The name of a preset of parameters, such as precise: new chats and baton ask begin with what the model takes of it. Empty: the model&apos;s own defaults.</source>
        <translation>Der Name einer Voreinstellung von Parametern, etwa precise: Neue Chats und baton ask beginnen mit dem, was das Modell davon nimmt. Leer: die Vorgaben des Modells.</translation>
    </message>
    <message>
        <source>The name {key!r} in {path}</source>
        <translation>Der Name {key!r} in {path}</translation>
    </message>
    <message>
        <source>The name {twice} stands twice in one object.</source>
        <translation>Der Name {twice} steht in einem Objekt zweimal.</translation>
    </message>
    <message>
        <source>The name {word} would trust other accounts too.</source>
        <translation>Der Name {word} würde auch anderen Konten vertrauen.</translation>
    </message>
    <message>
        <source>The next of these that can answer does, in this order. With none, what fails in the cloud is answered by a model on this machine, and AWS requests without any.</source>
        <translation>Das nächste von diesen, das antworten kann, tut es, in dieser Reihenfolge. Ohne Angabe beantwortet ein Modell auf diesem Rechner, was in der Cloud scheitert, und AWS-Anfragen gehen ohne Modell.</translation>
    </message>
    <message>
        <source>The note of the provider&apos;s batches beside {target} is damaged.</source>
        <translation>Die Notiz zu den Stapeln des Anbieters neben {target} ist beschädigt.</translation>
    </message>
    <message>
        <source>The number of the history&apos;s layout was damaged and was set right: its tables are those of layout {version}. As it was before, it is kept as {file}.</source>
        <translation>Die Nummer des Aufbaus des Verlaufs war beschädigt und wurde berichtigt: Seine Tabellen sind die des Aufbaus {version}. So, wie er vorher war, ist er als {file} aufbewahrt.</translation>
    </message>
    <message>
        <source>The number {text} is too large.</source>
        <translation>Die Zahl {text} ist zu groß.</translation>
    </message>
    <message>
        <source>The object that is there now is overwritten, and the bucket keeps no versions.</source>
        <translation>Das vorhandene Objekt wird überschrieben, und der Bucket behält keine Versionen.</translation>
    </message>
    <message>
        <source>The offline recogniser</source>
        <translation>Der Offline-Erkenner</translation>
    </message>
    <message>
        <source>The offline recogniser reads what you type, and no files.</source>
        <translation>Die Offline-Erkennung liest, was getippt wird, und keine Dateien.</translation>
    </message>
    <message numerus="yes">
        <source>The oldest turn could not be summarised: {error}</source>
        <comment>The {count} oldest turns could not be summarised: {error}</comment>
        <translation>
            <numerusform>Der älteste Beitrag ließ sich nicht zusammenfassen: {error}</numerusform>
            <numerusform>Die {count} ältesten Beiträge ließen sich nicht zusammenfassen: {error}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The oldest turn is not sent to the model</source>
        <comment>The {count} oldest turns are not sent to the model</comment>
        <translation>
            <numerusform>Der älteste Beitrag wird nicht an das Modell gesendet</numerusform>
            <numerusform>Die {count} ältesten Beiträge werden nicht an das Modell gesendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The oldest turn: not sent</source>
        <comment>The {count} oldest turns: not sent</comment>
        <translation>
            <numerusform>Der älteste Beitrag: nicht gesendet</numerusform>
            <numerusform>Die {count} ältesten Beiträge: nicht gesendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The oldest turn: sent as a summary</source>
        <comment>The {count} oldest turns: sent as a summary</comment>
        <translation>
            <numerusform>Der älteste Beitrag: als Zusammenfassung gesendet</numerusform>
            <numerusform>Die {count} ältesten Beiträge: als Zusammenfassung gesendet</numerusform>
        </translation>
    </message>
    <message>
        <source>The only keyring found keeps keys in a plain file.</source>
        <translation>Der einzige gefundene Schlüsselbund bewahrt Schlüssel in einer unverschlüsselten Datei auf.</translation>
    </message>
    <message>
        <source>The operation does not take these parameters.</source>
        <translation>Die Operation nimmt diese Parameter nicht an.</translation>
    </message>
    <message>
        <source>The operation has no such parameter. Leave it out.</source>
        <translation>Die Operation hat keinen solchen Parameter. Bitte weglassen.</translation>
    </message>
    <message>
        <source>The parameter {name} of {title} is a number, a text or a list of texts.</source>
        <translation>Der Parameter {name} von {title} ist eine Zahl, ein Text oder eine Liste von Texten.</translation>
    </message>
    <message>
        <source>The parameters are not plain JSON.</source>
        <translation>Die Parameter sind kein reines JSON.</translation>
    </message>
    <message>
        <source>The parameters do not fit: {problem}</source>
        <translation>Die Parameter passen nicht: {problem}</translation>
    </message>
    <message>
        <source>The parameters of {id} do not fit: {problem}</source>
        <translation>Die Parameter von {id} passen nicht: {problem}</translation>
    </message>
    <message>
        <source>The parameters of {operation} do not fit: {problem}</source>
        <translation>Die Parameter von {operation} passen nicht: {problem}</translation>
    </message>
    <message>
        <source>The pinned messages ({pinned}) and this one take {tokens}, and {model} has room for {most} of its {context}: the rest is kept for the answer. Nothing was sent.</source>
        <translation>Die angehefteten Nachrichten ({pinned}) und diese belegen {tokens}, und {model} hat Platz für {most} von seinen {context}: Der Rest bleibt für die Antwort. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>The plan does not fit: {problem}</source>
        <translation>Der Plan passt nicht: {problem}</translation>
    </message>
    <message>
        <source>The plan was refused, so nothing was carried out.</source>
        <translation>Der Plan wurde abgelehnt, daher wurde nichts ausgeführt.</translation>
    </message>
    <message>
        <source>The plan was refused. Nothing was sent to AWS.</source>
        <translation>Der Plan wurde abgelehnt. Es wurde nichts an AWS gesendet.</translation>
    </message>
    <message>
        <source>The playbook {name} cannot be used: {error}</source>
        <translation>Das Playbook {name} ist nicht nutzbar: {error}</translation>
    </message>
    <message>
        <source>The playbooks in {folder} cannot be read: {why}.</source>
        <translation>Die Playbooks in {folder} sind nicht lesbar: {why}.</translation>
    </message>
    <message>
        <source>The policy allows every action of {service}.</source>
        <translation>Die Richtlinie erlaubt jede Aktion von {service}.</translation>
    </message>
    <message>
        <source>The policy allows every action.</source>
        <translation>Die Richtlinie erlaubt jede Aktion.</translation>
    </message>
    <message>
        <source>The policy allows everything but what it lists.</source>
        <translation>Die Richtlinie erlaubt alles außer dem, was sie aufzählt.</translation>
    </message>
    <message>
        <source>The policy allows it for now: {rule}.</source>
        <translation>Die Richtlinie erlaubt es vorläufig: {rule}.</translation>
    </message>
    <message>
        <source>The policy allows it: {rule}.</source>
        <translation>Die Richtlinie erlaubt es: {rule}.</translation>
    </message>
    <message>
        <source>The policy allows {action} on everything: {means}.</source>
        <translation>Die Richtlinie erlaubt {action} für alles: {means}.</translation>
    </message>
    <message>
        <source>The policy became stricter before this had its turn, so it was not carried out.</source>
        <translation>Die Richtlinie wurde strenger, bevor dies an der Reihe war, daher wurde es nicht ausgeführt.</translation>
    </message>
    <message>
        <source>The policy became stricter while this was decided, so it was not carried out.</source>
        <translation>Die Richtlinie wurde während der Entscheidung strenger, daher wurde es nicht ausgeführt.</translation>
    </message>
    <message>
        <source>The policy cannot be used, so changes are denied: {problem}</source>
        <translation>Die Richtlinie ist unbrauchbar, daher wird Änderndes abgelehnt: {problem}</translation>
    </message>
    <message>
        <source>The policy cannot be used, so changes are denied: {problem} And {count} more.</source>
        <translation>Die Richtlinie ist unbrauchbar, daher wird Änderndes abgelehnt: {problem} Und {count} weitere.</translation>
    </message>
    <message>
        <source>The policy cannot be used, so even reads are asked about: {problem}</source>
        <translation>Die Richtlinie ist unbrauchbar, daher wird selbst Lesendes erfragt: {problem}</translation>
    </message>
    <message>
        <source>The policy could not be asked, so changes are refused. The log says why.</source>
        <translation>Die Richtlinie ließ sich nicht befragen, daher wird Änderndes abgelehnt. Das Protokoll sagt, warum.</translation>
    </message>
    <message>
        <source>The policy covers every resource but those it lists.</source>
        <translation>Die Richtlinie gilt für jede Ressource außer denen, die sie aufzählt.</translation>
    </message>
    <message>
        <source>The policy denies it: {rule}.</source>
        <translation>Die Richtlinie verbietet es: {rule}.</translation>
    </message>
    <message>
        <source>The policy does not allow it. Nothing was sent to AWS.</source>
        <translation>Die Richtlinie erlaubt das nicht. Es wurde nichts an AWS gesendet.</translation>
    </message>
    <message>
        <source>The policy does not allow this, so it was not carried out.</source>
        <translation>Die Richtlinie lässt dies nicht zu, daher wurde es nicht ausgeführt.</translation>
    </message>
    <message>
        <source>The policy file cannot be read: {why}.</source>
        <translation>Die Richtliniendatei ist nicht lesbar: {why}.</translation>
    </message>
    <message>
        <source>The policy file has gone. Put it back, or restart Baton to go on without one.</source>
        <translation>Die Richtliniendatei ist verschwunden. Zurücklegen oder Baton neu starten, um ohne sie weiterzumachen.</translation>
    </message>
    <message>
        <source>The policy has it asked about: {rule}.</source>
        <translation>Die Richtlinie verlangt eine Rückfrage: {rule}.</translation>
    </message>
    <message>
        <source>The policy has problems, so nothing was written to it: {problem}</source>
        <translation>Die Richtlinie hat Fehler, daher wurde nichts hineingeschrieben: {problem}</translation>
    </message>
    <message>
        <source>The policy has problems: {problem}</source>
        <translation>Die Richtlinie hat Fehler: {problem}</translation>
    </message>
    <message>
        <source>The policy is read only.</source>
        <translation>Die Richtlinie lässt nur Lesen zu.</translation>
    </message>
    <message>
        <source>The policy lets account {account} in.</source>
        <translation>Die Richtlinie lässt das Konto {account} hinein.</translation>
    </message>
    <message>
        <source>The policy lets anyone in the world do what it allows.</source>
        <translation>Die Richtlinie lässt alle Welt tun, was sie erlaubt.</translation>
    </message>
    <message>
        <source>The policy lets anyone in the world in who meets its conditions.</source>
        <translation>Die Richtlinie lässt alle Welt hinein, wer ihre Bedingungen erfüllt.</translation>
    </message>
    <message>
        <source>The policy lets everyone in but those it lists.</source>
        <translation>Die Richtlinie lässt alle hinein außer denen, die sie aufzählt.</translation>
    </message>
    <message>
        <source>The policy lets in whom {name} has signed in, whoever it says they are.</source>
        <translation>Die Richtlinie lässt hinein, wen {name} angemeldet hat, für wen auch immer er sich ausgibt.</translation>
    </message>
    <message>
        <source>The policy lets in whom {name} has signed in.</source>
        <translation>Die Richtlinie lässt hinein, wen {name} angemeldet hat.</translation>
    </message>
    <message>
        <source>The policy says one thing twice, and which of the two counts is not certain.</source>
        <translation>Die Richtlinie sagt etwas zweimal, und was davon zählt, ist nicht sicher.</translation>
    </message>
    <message>
        <source>The policy wants a name typed: {rule}.</source>
        <translation>Die Richtlinie verlangt die Eingabe eines Namens: {rule}.</translation>
    </message>
    <message>
        <source>The preset {name}: {error}</source>
        <translation>Die Voreinstellung {name}: {error}</translation>
    </message>
    <message>
        <source>The preset {title} holds no parameter.</source>
        <translation>Die Voreinstellung {title} enthält keinen Parameter.</translation>
    </message>
    <message>
        <source>The price of {id} is unknown: {budget} does not count it.</source>
        <translation>Der Preis von {id} ist unbekannt: {budget} zählt ihn nicht mit.</translation>
    </message>
    <message>
        <source>The process for local models cannot be started.</source>
        <translation>Der Prozess für lokale Modelle lässt sich nicht starten.</translation>
    </message>
    <message>
        <source>The process for local models said something that makes no sense.</source>
        <translation>Der Prozess für lokale Modelle hat etwas Unverständliches gesagt.</translation>
    </message>
    <message>
        <source>The process of the local model {name!r} ended unexpectedly.</source>
        <translation>Der Prozess des lokalen Modells {name!r} wurde unerwartet beendet.</translation>
    </message>
    <message>
        <source>The prompt {name} came with Baton and cannot be changed.</source>
        <translation>Der Prompt {name} gehört zu Baton und lässt sich nicht ändern.</translation>
    </message>
    <message>
        <source>The prompt {name} came with Baton and cannot be deleted.</source>
        <translation>Der Prompt {name} gehört zu Baton und lässt sich nicht löschen.</translation>
    </message>
    <message>
        <source>The prompt {name} came with Baton and cannot be renamed.</source>
        <translation>Der Prompt {name} gehört zu Baton und lässt sich nicht umbenennen.</translation>
    </message>
    <message>
        <source>The prompt {name} cannot be saved: {fault}</source>
        <translation>Der Prompt {name} lässt sich nicht speichern: {fault}</translation>
    </message>
    <message>
        <source>The prompt {name} cannot be used: {problem}</source>
        <translation>Der Prompt {name} ist nicht nutzbar: {problem}</translation>
    </message>
    <message>
        <source>The prompt {name} has no variable {variable}.</source>
        <translation>Der Prompt {name} hat keine Variable {variable}.</translation>
    </message>
    <message>
        <source>The prompt {name} holds half a character, which no file can hold.</source>
        <translation>Der Prompt {name} enthält ein halbes Zeichen, das keine Datei aufnehmen kann.</translation>
    </message>
    <message>
        <source>The prompt {name} needs a value for: {names}.</source>
        <translation>Der Prompt {name} braucht einen Wert für: {names}.</translation>
    </message>
    <message>
        <source>The prompt {name} takes {size} bytes; {most} is the most.</source>
        <translation>Der Prompt {name} belegt {size} Byte; höchstens {most} sind möglich.</translation>
    </message>
    <message>
        <source>The prompt {name} was changed outside Baton meanwhile.</source>
        <translation>Der Prompt {name} wurde inzwischen außerhalb von Baton geändert.</translation>
    </message>
    <message>
        <source>The prompt&apos;s text</source>
        <translation>Der Text des Prompts</translation>
    </message>
    <message>
        <source>The provider answers no more lines; what it has answered is kept.</source>
        <translation>Der Anbieter beantwortet keine weiteren Zeilen; was er beantwortet hat, bleibt.</translation>
    </message>
    <message>
        <source>The provider is at work on a batch for {target}.</source>
        <translation>Der Anbieter arbeitet an einem Stapel für {target}.</translation>
    </message>
    <message>
        <source>The provider is at work on {batch}: {ended} of {total} lines have ended.</source>
        <translation>Der Anbieter arbeitet an {batch}: {ended} von {total} Zeilen sind fertig.</translation>
    </message>
    <message>
        <source>The provider is cancelling {batch}: {ended} of {total} lines have ended.</source>
        <translation>Der Anbieter bricht {batch} ab: {ended} von {total} Zeilen sind fertig.</translation>
    </message>
    <message>
        <source>The provider no longer knows the batch {batch_id}.</source>
        <translation>Der Anbieter kennt den Stapel {batch_id} nicht mehr.</translation>
    </message>
    <message>
        <source>The provider sent no answer for this line. Go on with --resume to send it again.</source>
        <translation>Der Anbieter hat zu dieser Zeile keine Antwort gesendet. Mit --resume weitermachen, um sie erneut zu senden.</translation>
    </message>
    <message>
        <source>The provider&apos;s filter ended the answer.</source>
        <translation>Der Filter des Anbieters hat die Antwort beendet.</translation>
    </message>
    <message>
        <source>The provider&apos;s filter ended this answer. Put it differently, or choose another model.</source>
        <translation>Der Filter des Anbieters hat diese Antwort beendet. Anders formulieren oder ein anderes Modell wählen.</translation>
    </message>
    <message>
        <source>The proxy is system, none, or an address as in http://proxy.example.com:3128.</source>
        <translation>Der Proxy ist system, none oder eine Adresse wie http://proxy.example.com:3128.</translation>
    </message>
    <message>
        <source>The proxy that the settings name cannot be used.</source>
        <translation>Der in den Einstellungen genannte Proxy ist nicht nutzbar.</translation>
    </message>
    <message>
        <source>The proxy that the settings name speaks SOCKS, which Baton does not.</source>
        <translation>Der in den Einstellungen genannte Proxy spricht SOCKS, was Baton nicht kann.</translation>
    </message>
    <message>
        <source>The proxy that {origin} names cannot be used.</source>
        <translation>Der von {origin} genannte Proxy ist nicht nutzbar.</translation>
    </message>
    <message>
        <source>The proxy that {origin} names speaks SOCKS, which Baton does not.</source>
        <translation>Der von {origin} genannte Proxy spricht SOCKS, was Baton nicht kann.</translation>
    </message>
    <message>
        <source>The proxy wants a log-in.</source>
        <translation>Der Proxy verlangt eine Anmeldung.</translation>
    </message>
    <message>
        <source>The proxy {proxy} cannot be reached.</source>
        <translation>Der Proxy {proxy} ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>The proxy {proxy} did not connect to {where} ({said}).</source>
        <translation>Der Proxy {proxy} hat keine Verbindung zu {where} hergestellt ({said}).</translation>
    </message>
    <message>
        <source>The proxy {proxy} wants a log-in, or does not accept the one it got.</source>
        <translation>Der Proxy {proxy} verlangt eine Anmeldung oder nimmt die erhaltene nicht an.</translation>
    </message>
    <message>
        <source>The proxy&apos;s address, port 4000 unless told otherwise; the key is its master key or a virtual one.</source>
        <translation>Die Adresse des Proxys, Port 4000, wenn nichts anderes gesagt wird; der Schlüssel ist sein Master Key oder ein virtueller.</translation>
    </message>
    <message>
        <source>The query ends too early (character {number}).</source>
        <translation>Die Abfrage endet zu früh (Zeichen {number}).</translation>
    </message>
    <message>
        <source>The query ends too early.</source>
        <translation>Die Abfrage endet zu früh.</translation>
    </message>
    <message>
        <source>The query finds nothing in the answer.</source>
        <translation>Die Abfrage findet in der Antwort nichts.</translation>
    </message>
    <message>
        <source>The query is empty.</source>
        <translation>Die Abfrage ist leer.</translation>
    </message>
    <message>
        <source>The record of what was sent is damaged on disk.</source>
        <translation>Die Aufzeichnung des Gesendeten ist auf der Festplatte beschädigt.</translation>
    </message>
    <message>
        <source>The region {region} is not enabled for {title!r}, so nothing can be done there.</source>
        <translation>Die Region {region} ist für {title!r} nicht freigeschaltet, daher lässt sich dort nichts tun.</translation>
    </message>
    <message>
        <source>The region&apos;s prices are estimated from those of us-east-1.</source>
        <translation>Die Preise der Region sind aus denen von us-east-1 geschätzt.</translation>
    </message>
    <message>
        <source>The report</source>
        <translation>Der Bericht</translation>
    </message>
    <message>
        <source>The request holds a number that is none, or is infinite.</source>
        <translation>Die Anfrage enthält eine Zahl, die keine ist oder unendlich ist.</translation>
    </message>
    <message>
        <source>The request holds what cannot be written as JSON: a number without end, or data that nests too deeply.</source>
        <translation>Die Anfrage enthält, was sich nicht als JSON schreiben lässt: eine Zahl ohne Ende oder zu tief verschachtelte Daten.</translation>
    </message>
    <message>
        <source>The request to {title} failed.</source>
        <translation>Die Anfrage an {title} ist gescheitert.</translation>
    </message>
    <message>
        <source>The rest of the answer is not shown</source>
        <translation>Der Rest der Antwort wird nicht gezeigt</translation>
    </message>
    <message>
        <source>The rules for vendors&apos; keys are being made ready, which takes a while the first time.</source>
        <translation>Die Regeln für Schlüssel der Anbieter werden vorbereitet, was beim ersten Mal etwas dauert.</translation>
    </message>
    <message>
        <source>The rules get new ids.</source>
        <translation>Die Regeln bekommen neue IDs.</translation>
    </message>
    <message>
        <source>The rules that find secrets cannot be loaded on this machine.</source>
        <translation>Die Regeln zum Finden von Geheimem lassen sich auf diesem Rechner nicht laden.</translation>
    </message>
    <message>
        <source>The same model writes a summary, which is sent in their place</source>
        <translation>Dasselbe Modell schreibt eine Zusammenfassung, die an ihrer Stelle gesendet wird</translation>
    </message>
    <message>
        <source>The same seed, prompt and parameters give the same answer, where the model allows it.</source>
        <translation>Gleicher Startwert, gleicher Prompt und gleiche Parameter geben dieselbe Antwort, wo das Modell es erlaubt.</translation>
    </message>
    <message>
        <source>The schema holds a secret in a name or a pattern, where it cannot be hidden. Nothing was sent.</source>
        <translation>Das Schema enthält in einem Namen oder Muster etwas Geheimes, das sich dort nicht verbergen lässt. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>The schema is longer than {most} characters.</source>
        <translation>Das Schema ist länger als {most} Zeichen.</translation>
    </message>
    <message>
        <source>The schema is nested more than {most} levels deep.</source>
        <translation>Das Schema ist mehr als {most} Ebenen tief verschachtelt.</translation>
    </message>
    <message>
        <source>The schema is nested too deeply.</source>
        <translation>Das Schema ist zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>The schema is no plain JSON.</source>
        <translation>Das Schema ist kein reines JSON.</translation>
    </message>
    <message>
        <source>The schema refers to {ref}, which is not in it.</source>
        <translation>Das Schema verweist auf {ref}, das nicht darin steht.</translation>
    </message>
    <message>
        <source>The schema refers to {target}, which is not in it.</source>
        <translation>Das Schema verweist auf {target}, das nicht darin steht.</translation>
    </message>
    <message>
        <source>The schema refers to {target}; Baton fetches nothing, so write it into the schema.</source>
        <translation>Das Schema verweist auf {target}; Baton holt nichts, also in das Schema schreiben.</translation>
    </message>
    <message>
        <source>The secret is deleted at once and cannot be brought back.</source>
        <translation>Das Secret wird sofort gelöscht und lässt sich nicht zurückholen.</translation>
    </message>
    <message>
        <source>The secret is gone at once and for good.</source>
        <translation>Das Secret ist sofort und endgültig weg.</translation>
    </message>
    <message>
        <source>The secret is no longer paid for.</source>
        <translation>Das Secret wird nicht mehr bezahlt.</translation>
    </message>
    <message>
        <source>The secret key is shown once, in the answer.</source>
        <translation>Der geheime Schlüssel wird einmal gezeigt, in der Antwort.</translation>
    </message>
    <message>
        <source>The service will run nothing.</source>
        <translation>Der Dienst wird nichts ausführen.</translation>
    </message>
    <message>
        <source>The settings file could not be read ({reason}); it is kept as {kept}. The defaults are used, but AWS is read only and reads are asked about, until you set that again.</source>
        <translation>Die Einstellungsdatei war nicht lesbar ({reason}); sie bleibt als {kept} erhalten. Es gelten die Vorgaben, AWS ist aber auf Nur-Lesen gestellt und Lesen wird erfragt, bis das neu eingestellt ist.</translation>
    </message>
    <message>
        <source>The settings hold no password: write only the user, and keep it with: baton keys set {proxy_key}.</source>
        <translation>Die Einstellungen enthalten kein Passwort: nur den Benutzer eintragen und das Passwort ablegen mit: baton keys set {proxy_key}.</translation>
    </message>
    <message>
        <source>The sign-in could not be kept: ~/.aws/sso/cache cannot be written.</source>
        <translation>Die Anmeldung konnte nicht gespeichert werden: In ~/.aws/sso/cache kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The sign-in for {account} has expired or is missing.</source>
        <translation>Die Anmeldung für {account} ist abgelaufen oder fehlt.</translation>
    </message>
    <message>
        <source>The sign-in leads to an address that is not https, so it was not opened.</source>
        <translation>Die Anmeldung führt zu einer Adresse ohne https und wurde deshalb nicht geöffnet.</translation>
    </message>
    <message>
        <source>The sign-in leads to {host!r}, which is neither AWS&apos;s nor the host of its start address, so it was not opened.</source>
        <translation>Die Anmeldung führt zu {host!r}, das weder zu AWS noch zum Host der Startadresse gehört, und wurde deshalb nicht geöffnet.</translation>
    </message>
    <message>
        <source>The sign-in was refused in the browser.</source>
        <translation>Die Anmeldung wurde im Browser abgelehnt.</translation>
    </message>
    <message>
        <source>The size comes from a snapshot, so what it costs is unknown.</source>
        <translation>Die Größe kommt aus einem Snapshot; die Kosten sind daher unbekannt.</translation>
    </message>
    <message>
        <source>The statement begins with {word}: it changes who may do what.</source>
        <translation>Die Anweisung beginnt mit {word}: Sie ändert, wer was darf.</translation>
    </message>
    <message>
        <source>The statement begins with {word}: it deletes.</source>
        <translation>Die Anweisung beginnt mit {word}: Sie löscht.</translation>
    </message>
    <message>
        <source>The statement deletes.</source>
        <translation>Die Anweisung löscht.</translation>
    </message>
    <message>
        <source>The surprise it aims at; lower is more predictable.</source>
        <translation>Die angestrebte Überraschung; niedriger ist vorhersehbarer.</translation>
    </message>
    <message>
        <source>The system ended {name!r} because memory ran out.</source>
        <translation>Das System hat {name!r} beendet, weil der Arbeitsspeicher ausging.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring cannot be used.</source>
        <translation>Der Schlüsselbund des Systems ist nicht nutzbar.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring does not answer.</source>
        <translation>Der Schlüsselbund des Systems antwortet nicht.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring is locked.</source>
        <translation>Der Schlüsselbund des Systems ist gesperrt.</translation>
    </message>
    <message>
        <source>The tags of what it touches are not known, and a rule needs them: {rule}.</source>
        <translation>Die Tags des Betroffenen sind nicht bekannt, und eine Regel braucht sie: {rule}.</translation>
    </message>
    <message>
        <source>The temperature moves by up to this much, up where many words fit and down where few do; 0 is off.</source>
        <translation>Die Temperatur verschiebt sich um bis zu so viel: nach oben, wo viele Wörter passen, nach unten, wo wenige passen; 0 schaltet es aus.</translation>
    </message>
    <message>
        <source>The template has {kind}, which says who may do what.</source>
        <translation>Die Vorlage hat {kind}, das sagt, wer was darf.</translation>
    </message>
    <message>
        <source>The template may create roles and policies.</source>
        <translation>Die Vorlage darf Rollen und Richtlinien anlegen.</translation>
    </message>
    <message>
        <source>The text is empty.</source>
        <translation>Der Text ist leer.</translation>
    </message>
    <message>
        <source>The text is too long for any model.</source>
        <translation>Der Text ist für jedes Modell zu lang.</translation>
    </message>
    <message>
        <source>The text {text!r}… takes {count} tokens, and the model is loaded with room for {room}.</source>
        <translation>Der Text {text!r}… braucht {count} Token, und das Modell ist mit Platz für {room} geladen.</translation>
    </message>
    <message>
        <source>The tool {name!r}: {message}</source>
        <translation>Das Werkzeug {name!r}: {message}</translation>
    </message>
    <message>
        <source>The user will no longer be asked for a second factor.</source>
        <translation>Der Benutzer wird nicht mehr nach einem zweiten Faktor gefragt.</translation>
    </message>
    <message>
        <source>The variable {name} has an empty choice, or one with a comma in it.</source>
        <translation>Die Variable {name} hat eine leere Auswahlmöglichkeit oder eine mit Komma.</translation>
    </message>
    <message>
        <source>The variable {name} has more than {most} choices.</source>
        <translation>Die Variable {name} hat mehr als {most} Auswahlmöglichkeiten.</translation>
    </message>
    <message>
        <source>The variable {name} is a choice and names no choices.</source>
        <translation>Die Variable {name} ist eine Auswahl, nennt aber nichts zur Auswahl.</translation>
    </message>
    <message>
        <source>The variable {name} is described twice.</source>
        <translation>Die Variable {name} ist zweimal beschrieben.</translation>
    </message>
    <message>
        <source>The variable {name} is of several lines; only a text can be.</source>
        <translation>Die Variable {name} ist mehrzeilig; das kann nur ein Text sein.</translation>
    </message>
    <message>
        <source>The variable {name} names a choice twice.</source>
        <translation>Die Variable {name} nennt eine Auswahlmöglichkeit zweimal.</translation>
    </message>
    <message>
        <source>The variable {name} names choices; that needs kind: choice.</source>
        <translation>Die Variable {name} nennt Auswahlmöglichkeiten; dazu gehört kind: choice.</translation>
    </message>
    <message>
        <source>The vendor did not answer this line within the time a batch has. Go on with --resume to send it again.</source>
        <translation>Der Anbieter hat diese Zeile nicht in der Zeit beantwortet, die ein Batch hat. Mit --resume weitermachen, um sie noch einmal zu senden.</translation>
    </message>
    <message>
        <source>The way back does not fit any more.</source>
        <translation>Der Rückweg passt nicht mehr.</translation>
    </message>
    <message>
        <source>The way back holds a secret, which is written nowhere: it can be undone only as long as Baton runs.</source>
        <translation>Der Rückweg enthält Geheimes, das nirgends aufgeschrieben wird: Er steht nur offen, solange Baton läuft.</translation>
    </message>
    <message>
        <source>The way back was not kept.</source>
        <translation>Der Rückweg wurde nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>The whole entry</source>
        <translation>Der ganze Eintrag</translation>
    </message>
    <message>
        <source>The window can be shown ({platform}).</source>
        <translation>Das Fenster lässt sich anzeigen ({platform}).</translation>
    </message>
    <message>
        <source>The {word} has no WHERE: it takes every row.</source>
        <translation>{word} hat kein WHERE: Es betrifft jede Zeile.</translation>
    </message>
    <message>
        <source>Their history begins anew.</source>
        <translation>Der Verlauf beginnt von vorn.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Theme: dark</source>
        <translation>Farbschema: dunkel</translation>
    </message>
    <message>
        <source>Theme: follow the system</source>
        <translation>Farbschema: wie das System</translation>
    </message>
    <message>
        <source>Theme: light</source>
        <translation>Farbschema: hell</translation>
    </message>
    <message>
        <source>Then the model is asked again.</source>
        <translation>Danach wird das Modell wieder gefragt.</translation>
    </message>
    <message>
        <source>There are corrections of: {names}.</source>
        <translation>Berichtigungen gibt es für: {names}.</translation>
    </message>
    <message>
        <source>There are no AWS credentials for {account}.</source>
        <translation>Es gibt keine AWS-Zugangsdaten für {account}.</translation>
    </message>
    <message>
        <source>There are no conversations in this file: it is an empty list.</source>
        <translation>In dieser Datei sind keine Unterhaltungen: Es ist eine leere Liste.</translation>
    </message>
    <message>
        <source>There are no corrections.</source>
        <translation>Es gibt keine Berichtigungen.</translation>
    </message>
    <message>
        <source>There are two endpoints named {name}; give one another name.</source>
        <translation>Es gibt zwei Endpunkte namens {name}; einen davon umbenennen.</translation>
    </message>
    <message>
        <source>There are {count} here.</source>
        <translation>Hier gibt es {count}.</translation>
    </message>
    <message>
        <source>There are {count} playbooks; only the first {most} are read.</source>
        <translation>Es gibt {count} Playbooks; nur die ersten {most} werden gelesen.</translation>
    </message>
    <message>
        <source>There are {count}; only the first {most} were looked at.</source>
        <translation>Es gibt {count}; nur die ersten {most} wurden angesehen.</translation>
    </message>
    <message>
        <source>There are {names}.</source>
        <translation>Es gibt {names}.</translation>
    </message>
    <message>
        <source>There are: {names}.</source>
        <translation>Es gibt: {names}.</translation>
    </message>
    <message>
        <source>There are: {providers}; others can be added in Settings &gt; Endpoints.</source>
        <translation>Es gibt: {providers}; weitere lassen sich unter Einstellungen &gt; Endpunkte hinzufügen.</translation>
    </message>
    <message>
        <source>There is a GPU by {maker}, and llama.cpp is not built for it; local models run on the processor.</source>
        <translation>Es gibt eine GPU von {maker}, und llama.cpp ist nicht dafür gebaut; lokale Modelle laufen auf dem Prozessor.</translation>
    </message>
    <message>
        <source>There is a GPU by {maker}, and llama.cpp, built for {names}, does not see it; local models run on the processor.</source>
        <translation>Es gibt eine GPU von {maker}, und llama.cpp, gebaut für {names}, sieht sie nicht; lokale Modelle laufen auf dem Prozessor.</translation>
    </message>
    <message>
        <source>There is a message {id} in this conversation already.</source>
        <translation>In diesem Chat gibt es bereits eine Nachricht {id}.</translation>
    </message>
    <message>
        <source>There is a preset {title!r} already.</source>
        <translation>Es gibt bereits eine Voreinstellung {title!r}.</translation>
    </message>
    <message>
        <source>There is a prompt {name} again.</source>
        <translation>Es gibt wieder einen Prompt {name}.</translation>
    </message>
    <message>
        <source>There is a prompt {name} already.</source>
        <translation>Es gibt schon einen Prompt {name}.</translation>
    </message>
    <message>
        <source>There is an endpoint {name} already. Choose another name.</source>
        <translation>Es gibt schon einen Endpunkt {name}. Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>There is another key; give it to the programs that may ask.</source>
        <translation>Es gibt einen neuen Schlüssel; ihn den Programmen geben, die fragen dürfen.</translation>
    </message>
    <message>
        <source>There is more than one code block in the answer.</source>
        <translation>Die Antwort enthält mehr als einen Codeblock.</translation>
    </message>
    <message>
        <source>There is no AWS profile {account}.</source>
        <translation>Es gibt kein AWS-Profil {account}.</translation>
    </message>
    <message>
        <source>There is no AWS profile {name!r}.</source>
        <translation>Es gibt kein AWS-Profil {name!r}.</translation>
    </message>
    <message>
        <source>There is no GPU that llama.cpp can use here, and models are to lie on the GPU or not at all. Choose another policy in Settings &gt; Local models; baton doctor says why there is none.</source>
        <translation>Es gibt hier keine GPU, die llama.cpp verwenden kann, und Modelle sollen ganz auf der GPU liegen oder gar nicht. Unter Einstellungen &gt; Lokale Modelle ein anderes Vorgehen wählen; baton doctor sagt, warum es keine gibt.</translation>
    </message>
    <message>
        <source>There is no GPU that llama.cpp can use; local models run on the processor.</source>
        <translation>Es gibt keine GPU, die llama.cpp verwenden kann; lokale Modelle laufen auf dem Prozessor.</translation>
    </message>
    <message>
        <source>There is no account or no region to ask in.</source>
        <translation>Es gibt kein Konto oder keine Region, in der zu fragen wäre.</translation>
    </message>
    <message>
        <source>There is no account {key!r}.</source>
        <translation>Es gibt kein Konto {key!r}.</translation>
    </message>
    <message>
        <source>There is no account {word}.</source>
        <translation>Es gibt kein Konto {word}.</translation>
    </message>
    <message>
        <source>There is no answer of step {step} yet.</source>
        <translation>Von Schritt {step} gibt es noch keine Antwort.</translation>
    </message>
    <message>
        <source>There is no backup {name}.</source>
        <translation>Es gibt keine Sicherung {name}.</translation>
    </message>
    <message>
        <source>There is no conversation {conversation_id}.</source>
        <translation>Es gibt keinen Chat {conversation_id}.</translation>
    </message>
    <message>
        <source>There is no display: neither WAYLAND_DISPLAY nor DISPLAY names one that answers.</source>
        <translation>Es gibt keine Anzeige: Weder WAYLAND_DISPLAY noch DISPLAY nennt eine, die antwortet.</translation>
    </message>
    <message>
        <source>There is no endpoint for region {region!r}.</source>
        <translation>Für die Region {region!r} gibt es keinen Endpunkt.</translation>
    </message>
    <message>
        <source>There is no file {name}.</source>
        <translation>Es gibt keine Datei {name}.</translation>
    </message>
    <message>
        <source>There is no file {path!r}.</source>
        <translation>Es gibt keine Datei {path!r}.</translation>
    </message>
    <message>
        <source>There is no key for {name}.</source>
        <translation>Es gibt keinen Schlüssel für {name}.</translation>
    </message>
    <message>
        <source>There is no key for {title}.</source>
        <translation>Für {title} gibt es keinen Schlüssel.</translation>
    </message>
    <message>
        <source>There is no key {name}.</source>
        <translation>Es gibt keinen Schlüssel {name}.</translation>
    </message>
    <message>
        <source>There is no key. Set one: baton keys set {name}</source>
        <translation>Es gibt keinen Schlüssel. Einen setzen: baton keys set {name}</translation>
    </message>
    <message>
        <source>There is no keyring.</source>
        <translation>Es gibt keinen Schlüsselbund.</translation>
    </message>
    <message>
        <source>There is no local model {name!r}.</source>
        <translation>Es gibt kein lokales Modell {name!r}.</translation>
    </message>
    <message>
        <source>There is no memory for a context of {count} tokens.</source>
        <translation>Für einen Kontext von {count} Token reicht der Speicher nicht.</translation>
    </message>
    <message>
        <source>There is no message {id}; its conversation may have been deleted.</source>
        <translation>Es gibt keine Nachricht {id}; ihr Chat ist vielleicht gelöscht.</translation>
    </message>
    <message>
        <source>There is no message {node_id} in this conversation.</source>
        <translation>In diesem Chat gibt es keine Nachricht {node_id}.</translation>
    </message>
    <message>
        <source>There is no message {parent_id} to stand under in this conversation.</source>
        <translation>In diesem Chat gibt es keine Nachricht {parent_id}, unter der sie stehen könnte.</translation>
    </message>
    <message>
        <source>There is no model hub at this address.</source>
        <translation>Unter dieser Adresse gibt es keinen Modell-Hub.</translation>
    </message>
    <message>
        <source>There is no model service at {url}.</source>
        <translation>Unter {url} gibt es keinen Modelldienst.</translation>
    </message>
    <message>
        <source>There is no model that can answer this.</source>
        <translation>Es gibt kein Modell, das dies beantworten kann.</translation>
    </message>
    <message>
        <source>There is no model that sees pictures.</source>
        <translation>Es gibt kein Modell, das Bilder sieht.</translation>
    </message>
    <message>
        <source>There is no model {model}.</source>
        <translation>Es gibt kein Modell {model}.</translation>
    </message>
    <message>
        <source>There is no operation {id!r}.</source>
        <translation>Es gibt keine Operation {id!r}.</translation>
    </message>
    <message>
        <source>There is no operation {id}.</source>
        <translation>Es gibt keine Operation {id}.</translation>
    </message>
    <message>
        <source>There is no operation {operation}.</source>
        <translation>Es gibt keine Operation {operation}.</translation>
    </message>
    <message>
        <source>There is no plan {plan_id}.</source>
        <translation>Es gibt keinen Plan {plan_id}.</translation>
    </message>
    <message>
        <source>There is no playbook {name}.</source>
        <translation>Es gibt kein Playbook {name}.</translation>
    </message>
    <message>
        <source>There is no preset {name!r}.</source>
        <translation>Es gibt keine Voreinstellung {name!r}.</translation>
    </message>
    <message>
        <source>There is no preset {name}.</source>
        <translation>Es gibt keine Voreinstellung {name}.</translation>
    </message>
    <message>
        <source>There is no prompt {name} of your own.</source>
        <translation>Es gibt keinen eigenen Prompt {name}.</translation>
    </message>
    <message>
        <source>There is no prompt {name}.</source>
        <translation>Es gibt keinen Prompt {name}.</translation>
    </message>
    <message>
        <source>There is no provider {name}.</source>
        <translation>Es gibt keinen Anbieter {name}.</translation>
    </message>
    <message>
        <source>There is no provider {provider} that takes a key.</source>
        <translation>Es gibt keinen Anbieter {provider}, der einen Schlüssel braucht.</translation>
    </message>
    <message>
        <source>There is no public repository {repository!r}, or no such file in it.</source>
        <translation>Es gibt kein öffentliches Repository {repository!r} oder keine solche Datei darin.</translation>
    </message>
    <message>
        <source>There is no region {region} for {title}.</source>
        <translation>Für {title} gibt es keine Region {region}.</translation>
    </message>
    <message>
        <source>There is no room for a backup of the history: it takes {needed} MB.</source>
        <translation>Für eine Sicherung des Verlaufs ist kein Platz: Sie braucht {needed} MB.</translation>
    </message>
    <message>
        <source>There is no rule {name} in the policy.</source>
        <translation>In der Richtlinie gibt es keine Regel {name}.</translation>
    </message>
    <message>
        <source>There is no setting {name}.</source>
        <translation>Es gibt keine Einstellung {name}.</translation>
    </message>
    <message>
        <source>There is no such download.</source>
        <translation>Diesen Download gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no such work any more.</source>
        <translation>Diese Arbeit gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>There is no system keyring.</source>
        <translation>Es gibt keinen Schlüsselbund im System.</translation>
    </message>
    <message>
        <source>There is no token {text!r}; this model has {count}.</source>
        <translation>Es gibt kein Token {text!r}; dieses Modell hat {count}.</translation>
    </message>
    <message>
        <source>There is no unfinished download of {name!r} from {repository!r}.</source>
        <translation>Von {name!r} aus {repository!r} gibt es keinen unfertigen Download.</translation>
    </message>
    <message>
        <source>There is no usable key for {title}.</source>
        <translation>Für {title} gibt es keinen brauchbaren Schlüssel.</translation>
    </message>
    <message>
        <source>There is no way back.</source>
        <translation>Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>There is no way to send the PDF {name!r} to {model!r} as a file.</source>
        <translation>Das PDF {name!r} lässt sich nicht als Datei an {model!r} senden.</translation>
    </message>
    <message>
        <source>There is nobody to ask next for that answer.</source>
        <translation>Für diese Antwort gibt es niemanden, der als Nächstes zu fragen wäre.</translation>
    </message>
    <message>
        <source>There is nothing here to look at.</source>
        <translation>Hier gibt es nichts anzusehen.</translation>
    </message>
    <message>
        <source>There is nothing more to load.</source>
        <translation>Es gibt nichts mehr zu laden.</translation>
    </message>
    <message>
        <source>There is nothing to answer.</source>
        <translation>Es gibt nichts zu beantworten.</translation>
    </message>
    <message>
        <source>There is nothing to correct here: choose a model first.</source>
        <translation>Hier gibt es nichts zu berichtigen: zuerst ein Modell wählen.</translation>
    </message>
    <message>
        <source>There is nothing to make a vector of.</source>
        <translation>Es gibt nichts, woraus ein Vektor werden könnte.</translation>
    </message>
    <message>
        <source>There is nothing to mend.</source>
        <translation>Es gibt nichts zu beheben.</translation>
    </message>
    <message>
        <source>There is nothing to send.</source>
        <translation>Es gibt nichts zu senden.</translation>
    </message>
    <message>
        <source>There is nothing to sign in to for {account}. {renewal}</source>
        <translation>Für {account} ist keine Anmeldung nötig. {renewal}</translation>
    </message>
    <message>
        <source>There is nothing to sign in to for {title!r}.</source>
        <translation>Für {title!r} gibt es nichts, wo man sich anmelden könnte.</translation>
    </message>
    <message>
        <source>There is one here.</source>
        <translation>Hier gibt es eines.</translation>
    </message>
    <message>
        <source>These answered and are not in use yet:</source>
        <translation>Diese haben geantwortet und sind noch nicht in Gebrauch:</translation>
    </message>
    <message>
        <source>These are several steps, and only one call at a time can be proposed here. Which one first?</source>
        <translation>Das sind mehrere Schritte, und hier lässt sich nur ein Aufruf auf einmal vorschlagen. Welcher zuerst?</translation>
    </message>
    <message>
        <source>These are {count} steps: {steps}. Nothing runs before you have agreed to it.</source>
        <translation>Das sind {count} Schritte: {steps}. Nichts läuft ohne Zustimmung.</translation>
    </message>
    <message>
        <source>These are {words} words, and {title} keeps {context_tokens} tokens in mind; a word is one token at least.</source>
        <translation>Das sind {words} Wörter, und {title} behält {context_tokens} Token im Kontext; ein Wort ist mindestens ein Token.</translation>
    </message>
    <message>
        <source>These do: {names}.</source>
        <translation>Diese schon: {names}.</translation>
    </message>
    <message>
        <source>They are tried again by themselves; Ctrl+M lists them, to try one at once.</source>
        <translation>Sie werden von selbst wieder versucht; Strg+M zeigt sie, um einen sofort zu versuchen.</translation>
    </message>
    <message>
        <source>They are: {known}.</source>
        <translation>Es sind: {known}.</translation>
    </message>
    <message>
        <source>They stay in the history, and are no longer sent</source>
        <translation>Sie bleiben im Verlauf und werden nicht mehr gesendet</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>Nachdenken</translation>
    </message>
    <message>
        <source>Thinking needs a longest answer of more than 1024 tokens.</source>
        <translation>Nachdenken braucht eine längste Antwort von mehr als 1024 Token.</translation>
    </message>
    <message>
        <source>Thinking…</source>
        <translation>Denkt nach…</translation>
    </message>
    <message>
        <source>This JSON is nested too deep.</source>
        <translation>Dieses JSON ist zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>This JSON is no export of conversations that Baton knows.</source>
        <translation>Dieses JSON ist kein Chat-Export, den Baton kennt.</translation>
    </message>
    <message>
        <source>This JSON is no export of conversations: there is nothing but {what} in it.</source>
        <translation>Dieses JSON ist kein Export von Unterhaltungen: Es enthält nur {what}.</translation>
    </message>
    <message>
        <source>This account has no access to {model!r}.{quoted}</source>
        <translation>Dieses Konto hat keinen Zugang zu {model!r}.{quoted}</translation>
    </message>
    <message>
        <source>This answer does not follow the schema. {problem}</source>
        <translation>Diese Antwort entspricht nicht dem Schema. {problem}</translation>
    </message>
    <message>
        <source>This answer is whole.</source>
        <translation>Diese Antwort ist vollständig.</translation>
    </message>
    <message>
        <source>This bucket holds {contents}.</source>
        <translation>Dieser Bucket enthält {contents}.</translation>
    </message>
    <message>
        <source>This can be understood in more than one way. Which one?</source>
        <translation>Das lässt sich auf mehrere Arten verstehen. Welche ist gemeint?</translation>
    </message>
    <message>
        <source>This chat</source>
        <translation>Dieser Chat</translation>
    </message>
    <message>
        <source>This chat has one branch. Edit a message or answer again, and its versions stand here side by side.</source>
        <translation>Dieser Chat hat einen Zweig. Wird eine Nachricht bearbeitet oder neu beantwortet, stehen ihre Versionen hier nebeneinander.</translation>
    </message>
    <message>
        <source>This chat is no longer private: its whole text may be sent to the model you choose.</source>
        <translation>Dieser Chat ist nicht mehr privat: sein ganzer Text kann an das gewählte Modell gesendet werden.</translation>
    </message>
    <message>
        <source>This chat is private: only models that run here, or on your own hosts, are asked.</source>
        <translation>Dieser Chat ist privat: gefragt werden nur Modelle, die hier oder auf eigenen Rechnern laufen.</translation>
    </message>
    <message>
        <source>This chat lies in the archive.</source>
        <translation>Dieser Chat liegt im Archiv.</translation>
    </message>
    <message>
        <source>This chat lies in the bin, and is deleted for good on {day}.</source>
        <translation>Dieser Chat liegt im Papierkorb und wird am {day} endgültig gelöscht.</translation>
    </message>
    <message>
        <source>This chat may cost</source>
        <translation>Dieser Chat darf kosten</translation>
    </message>
    <message>
        <source>This chat may cost at most, in dollars</source>
        <translation>Dieser Chat darf höchstens kosten, in Dollar</translation>
    </message>
    <message>
        <source>This chat may take at most, in tokens</source>
        <translation>Dieser Chat darf höchstens verbrauchen, in Token</translation>
    </message>
    <message>
        <source>This chat so far</source>
        <translation>Dieser Chat bisher</translation>
    </message>
    <message>
        <source>This conversation is being answered.</source>
        <translation>Dieser Chat wird gerade beantwortet.</translation>
    </message>
    <message>
        <source>This could not be written to the audit log: {error}</source>
        <translation>Dies ließ sich nicht in das Audit-Protokoll schreiben: {error}</translation>
    </message>
    <message>
        <source>This counts from the next start of Baton on.</source>
        <translation>Das gilt ab dem nächsten Start von Baton.</translation>
    </message>
    <message>
        <source>This export does not say its version.</source>
        <translation>Dieser Export nennt seine Version nicht.</translation>
    </message>
    <message>
        <source>This export was made by a newer Baton.</source>
        <translation>Dieser Export stammt von einem neueren Baton.</translation>
    </message>
    <message>
        <source>This file is a ZIP archive, no JSON.</source>
        <translation>Diese Datei ist ein ZIP-Archiv, kein JSON.</translation>
    </message>
    <message>
        <source>This file is no UTF-8 text.</source>
        <translation>Diese Datei ist kein UTF-8-Text.</translation>
    </message>
    <message>
        <source>This file is no whole JSON: it breaks off or is damaged near character {place}.</source>
        <translation>Diese Datei ist kein vollständiges JSON: Sie bricht nahe Zeichen {place} ab oder ist dort beschädigt.</translation>
    </message>
    <message numerus="yes">
        <source>This is 1 page; there is more.</source>
        <comment>This is {count} pages; there is more.</comment>
        <translation>
            <numerusform>Das ist 1 Seite; es gibt mehr.</numerusform>
            <numerusform>Das sind {count} Seiten; es gibt mehr.</numerusform>
        </translation>
    </message>
    <message>
        <source>This is everything that would be in the report: versions, what works here, changed settings, crashes and the end of the log. Keys, messages, names of accounts and your home folder&apos;s name are taken out. Read it, strike out what you do not want to give away, and save it. Baton sends it to nobody.</source>
        <translation>Das ist alles, was im Bericht stehen würde: Versionen, was hier funktioniert, geänderte Einstellungen, Abstürze und das Ende des Protokolls. Schlüssel, Nachrichten, Namen von Konten und der Name des Benutzerordners sind entfernt. Bitte lesen, streichen, was nicht weitergegeben werden soll, und speichern. Baton sendet ihn an niemanden.</translation>
    </message>
    <message>
        <source>This is no JSON schema: {sentence}</source>
        <translation>Das ist kein JSON-Schema: {sentence}</translation>
    </message>
    <message>
        <source>This is no JSON schema: {why}.</source>
        <translation>Das ist kein JSON-Schema: {why}.</translation>
    </message>
    <message>
        <source>This is no JSON that can be read.</source>
        <translation>Das ist kein lesbares JSON.</translation>
    </message>
    <message>
        <source>This is no JSON: it has no infinite numbers.</source>
        <translation>Das ist kein JSON: Unendliche Zahlen gibt es darin nicht.</translation>
    </message>
    <message>
        <source>This is no JSON: line {line}, column {column}.</source>
        <translation>Das ist kein JSON: Zeile {line}, Spalte {column}.</translation>
    </message>
    <message>
        <source>This is no JSON: {problem} at line {line}, column {column}.</source>
        <translation>Das ist kein JSON: {problem}, Zeile {line}, Spalte {column}.</translation>
    </message>
    <message>
        <source>This is no export of conversations: it is not JSON.</source>
        <translation>Das ist kein Chat-Export: Es ist kein JSON.</translation>
    </message>
    <message>
        <source>This is no key to serve with: it needs at least {count} printable characters without blanks.</source>
        <translation>Das ist kein Schlüssel zum Anbieten: Er braucht mindestens {count} druckbare Zeichen ohne Leerzeichen.</translation>
    </message>
    <message>
        <source>This is no key: it holds blanks or characters that no key has.</source>
        <translation>Das ist kein Schlüssel: Er enthält Leerzeichen oder Zeichen, die kein Schlüssel hat.</translation>
    </message>
    <message>
        <source>This is no recovery key: it has {count} letters and digits in groups of four.</source>
        <translation>Das ist kein Wiederherstellungsschlüssel: Er hat {count} Buchstaben und Ziffern in Vierergruppen.</translation>
    </message>
    <message>
        <source>This is {operation} in {region}.</source>
        <translation>Das ist {operation} in {region}.</translation>
    </message>
    <message>
        <source>This is {operation}.</source>
        <translation>Das ist {operation}.</translation>
    </message>
    <message>
        <source>This machine&apos;s clock was set back.</source>
        <translation>Die Uhr dieses Rechners wurde zurückgestellt.</translation>
    </message>
    <message>
        <source>This message</source>
        <translation>Diese Nachricht</translation>
    </message>
    <message>
        <source>This message alone takes {tokens}, and {model} has room for {most} of its {context}: the rest is kept for the answer. Nothing was sent.</source>
        <translation>Schon diese Nachricht allein belegt {tokens}, und {model} hat Platz für {most} von seinen {context}: Der Rest bleibt für die Antwort. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>This message alone, with what tools returned, takes {tokens}, and {model} has room for {most} of its {context}: the rest is kept for the answer. Nothing was sent.</source>
        <translation>Schon diese Nachricht belegt mit dem, was Tools geliefert haben, {tokens}, und {model} hat Platz für {most} von seinen {context}: Der Rest bleibt für die Antwort. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>This message and the chat take {taken} tokens; the model has room for {whole}, {kept} of them kept for the answer.</source>
        <translation>Diese Nachricht und der Chat brauchen {taken} Token; das Modell fasst {whole}, davon {kept} für die Antwort reserviert.</translation>
    </message>
    <message>
        <source>This message and the chat take {taken} tokens; the model is loaded with {whole}, {kept} of them kept for the answer.</source>
        <translation>Diese Nachricht und der Chat brauchen {taken} Token; das Modell ist mit {whole} geladen, davon {kept} für die Antwort reserviert.</translation>
    </message>
    <message>
        <source>This message and the chat take {tokens}; {model} has room for {context}, {reserved} of them kept for the answer.</source>
        <translation>Diese Nachricht und der Chat belegen {tokens}; {model} hat Platz für {context}, davon {reserved} für die Antwort.</translation>
    </message>
    <message>
        <source>This message and the chat take {tokens}; {model} is loaded with {context}, {reserved} of them kept for the answer.</source>
        <translation>Diese Nachricht und der Chat belegen {tokens}; {model} ist mit {context} geladen, davon {reserved} für die Antwort.</translation>
    </message>
    <message>
        <source>This message is damaged on disk and cannot be shown. Export the conversation and restart Baton.</source>
        <translation>Diese Nachricht ist auf der Festplatte beschädigt und lässt sich nicht zeigen. Den Chat exportieren und Baton neu starten.</translation>
    </message>
    <message>
        <source>This model brings no chat template; it is addressed as ChatML, which it may not understand.</source>
        <translation>Dieses Modell bringt keine Chat-Vorlage mit; es wird mit ChatML angesprochen, das es vielleicht nicht versteht.</translation>
    </message>
    <message>
        <source>This model has no token that the JSON schema allows here, so the answer cannot go on.</source>
        <translation>Dieses Modell hat kein Token, das das JSON-Schema hier erlaubt; die Antwort kann nicht weitergehen.</translation>
    </message>
    <message>
        <source>This model makes no vectors.</source>
        <translation>Dieses Modell macht keine Vektoren.</translation>
    </message>
    <message>
        <source>This model ranks texts and makes no vectors of them.</source>
        <translation>Dieses Modell ordnet Texte nach Rang und macht keine Vektoren daraus.</translation>
    </message>
    <message>
        <source>This model reads text and writes none.</source>
        <translation>Dieses Modell liest Text und schreibt keinen.</translation>
    </message>
    <message>
        <source>This model takes no parameters.</source>
        <translation>Dieses Modell nimmt keine Parameter an.</translation>
    </message>
    <message>
        <source>This model takes no system prompt.</source>
        <translation>Dieses Modell nimmt keinen System-Prompt an.</translation>
    </message>
    <message>
        <source>This model writes no text.</source>
        <translation>Dieses Modell schreibt keinen Text.</translation>
    </message>
    <message>
        <source>This model&apos;s chat template cannot be used ({fault}); it is addressed as ChatML, which it may not understand.</source>
        <translation>Die Chat-Vorlage dieses Modells lässt sich nicht verwenden ({fault}); es wird mit ChatML angesprochen, das es vielleicht nicht versteht.</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Dieser Monat</translation>
    </message>
    <message>
        <source>This operation takes none.</source>
        <translation>Diese Operation hat keine.</translation>
    </message>
    <message>
        <source>This process holds a model already.</source>
        <translation>Dieser Prozess hält schon ein Modell.</translation>
    </message>
    <message>
        <source>This recovery key is mistyped.</source>
        <translation>Dieser Wiederherstellungsschlüssel enthält einen Tippfehler.</translation>
    </message>
    <message>
        <source>This recovery key is of another history.</source>
        <translation>Dieser Wiederherstellungsschlüssel gehört zu einem anderen Verlauf.</translation>
    </message>
    <message>
        <source>This rule has no name, so Baton leaves it alone.</source>
        <translation>Diese Regel hat keinen Namen, daher lässt Baton sie in Ruhe.</translation>
    </message>
    <message>
        <source>This schema can be used.</source>
        <translation>Dieses Schema kann verwendet werden.</translation>
    </message>
    <message>
        <source>This trust does not count any more.</source>
        <translation>Dieses Vertrauen gilt nicht mehr.</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Diese Woche</translation>
    </message>
    <message>
        <source>Those that there are stay.</source>
        <translation>Die vorhandenen bleiben.</translation>
    </message>
    <message>
        <source>Thought about it</source>
        <translation>Nachgedacht</translation>
    </message>
    <message>
        <source>Thought for {duration}</source>
        <translation>{duration} nachgedacht</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Threats are not looked for from then on.</source>
        <translation>Von da an wird nicht mehr nach Bedrohungen gesucht.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Tip</source>
        <translation>Tipp</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Title of the preset</source>
        <translation>Titel der Voreinstellung</translation>
    </message>
    <message>
        <source>To be mended</source>
        <translation>Zu reparieren</translation>
    </message>
    <message>
        <source>To go on, type: {text}</source>
        <translation>Zum Fortfahren eintippen: {text}</translation>
    </message>
    <message>
        <source>To port</source>
        <translation>Bis Port</translation>
    </message>
    <message>
        <source>To sign in to {account}, open the address in the browser and confirm it there. Go on only if the page shows this code:</source>
        <translation>Zur Anmeldung bei {account} die Adresse im Browser öffnen und dort bestätigen. Nur fortfahren, wenn die Seite diesen Code zeigt:</translation>
    </message>
    <message>
        <source>To the end, or up to {count} pages</source>
        <translation>Bis zum Ende oder bis zu {count} Seiten</translation>
    </message>
    <message>
        <source>To use it: {command}</source>
        <translation>Um sie zu verwenden: {command}</translation>
    </message>
    <message>
        <source>To use it: {command} (or, without {backend}: {other})</source>
        <translation>Um sie zu verwenden: {command} (oder, ohne {backend}: {other})</translation>
    </message>
    <message>
        <source>To {model}</source>
        <translation>An {model}</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Tokens a day</source>
        <translation>Token am Tag</translation>
    </message>
    <message>
        <source>Tokens a local model keeps in mind; more takes more memory. The model&apos;s own limit is never exceeded; 0 takes all of it, or as much as fits.</source>
        <translation>So viele Token behält ein lokales Modell im Kopf; mehr braucht mehr Speicher. Die Grenze des Modells wird nie überschritten; 0 nimmt sie ganz, oder so viel wie passt.</translation>
    </message>
    <message>
        <source>Tokens a month</source>
        <translation>Token im Monat</translation>
    </message>
    <message>
        <source>Tokyo</source>
        <translation>Tokio</translation>
    </message>
    <message>
        <source>Told of in words, as this model sees no pictures: {names}</source>
        <translation>In Worten erwähnt, da dieses Modell keine Bilder sieht: {names}</translation>
    </message>
    <message>
        <source>Told to every model before a chat; a chat can have its own.</source>
        <translation>Wird jedem Modell vor einem Chat gesagt; ein Chat kann seinen eigenen haben.</translation>
    </message>
    <message>
        <source>Told to the model before the chat. This chat has none.</source>
        <translation>Wird dem Modell vor dem Chat gesagt. Dieser Chat hat keinen.</translation>
    </message>
    <message>
        <source>Tonight&apos;s backup of the history could not be made. {error}</source>
        <translation>Die nächtliche Sicherung des Verlaufs ließ sich nicht anlegen. {error}</translation>
    </message>
    <message>
        <source>Too big</source>
        <translation>Zu groß</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Tool</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Tools</translation>
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
        <translation>Nachrichten mit Geheimnissen als privat behandeln</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>Baum</translation>
    </message>
    <message>
        <source>Trust for a while</source>
        <translation>Für eine Weile vertrauen</translation>
    </message>
    <message>
        <source>Trust it by its 12-digit number.</source>
        <translation>Ihm über seine zwölfstellige Nummer vertrauen.</translation>
    </message>
    <message>
        <source>Trusted for now</source>
        <translation>Vorerst vertraut</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Try again in a while: the file may just be changing there.</source>
        <translation>In einer Weile noch einmal versuchen: Die Datei wird dort vielleicht gerade geändert.</translation>
    </message>
    <message>
        <source>Try again in {time}.</source>
        <translation>In {time} erneut versuchen.</translation>
    </message>
    <message>
        <source>Try again later, or choose another model.</source>
        <translation>Später erneut versuchen oder ein anderes Modell wählen.</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>Später noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Try again to be asked once more.</source>
        <translation>Erneut versuchen, um noch einmal gefragt zu werden.</translation>
    </message>
    <message>
        <source>Try again with the code that the device shows.</source>
        <translation>Erneut versuchen, mit dem Code, den das Gerät zeigt.</translation>
    </message>
    <message>
        <source>Try again, or allow more time in Settings &gt; AWS. A change may have been made: look before repeating.</source>
        <translation>Erneut versuchen oder unter Einstellungen &gt; AWS mehr Zeit lassen. Eine Änderung kann erfolgt sein: erst nachsehen, dann wiederholen.</translation>
    </message>
    <message>
        <source>Try again, or choose another model.</source>
        <translation>Erneut versuchen oder ein anderes Modell wählen.</translation>
    </message>
    <message>
        <source>Try again, or raise &apos;Wait for a model at most&apos; in the settings.</source>
        <translation>Erneut versuchen oder in den Einstellungen „Höchstens auf ein Modell warten“ erhöhen.</translation>
    </message>
    <message>
        <source>Try again, or raise &apos;Wait for an answer&apos;s first word at most&apos; in the settings.</source>
        <translation>Erneut versuchen oder in den Einstellungen „Höchstens auf das erste Wort einer Antwort warten“ erhöhen.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Erneut versuchen.</translation>
    </message>
    <message>
        <source>Try again: it starts afresh, without what was changed before.</source>
        <translation>Erneut versuchen: Es beginnt von vorn, ohne die bisherigen Änderungen.</translation>
    </message>
    <message>
        <source>Try again; baton doctor says what is missing.</source>
        <translation>Erneut versuchen; baton doctor sagt, was fehlt.</translation>
    </message>
    <message>
        <source>Try again; the log has the details.</source>
        <translation>Erneut versuchen; das Protokoll nennt die Einzelheiten.</translation>
    </message>
    <message>
        <source>Try it again now</source>
        <translation>Jetzt erneut versuchen</translation>
    </message>
    <message>
        <source>Try it again. If it happens again, the log has the details (Help &gt; Show log).</source>
        <translation>Erneut versuchen. Tritt der Fehler wieder auf, stehen die Einzelheiten im Protokoll (Hilfe &gt; Protokoll anzeigen).</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>Demo ausprobieren</translation>
    </message>
    <message>
        <source>Try the demo account</source>
        <translation>Demokonto ausprobieren</translation>
    </message>
    <message>
        <source>Try the summary again</source>
        <translation>Zusammenfassung erneut versuchen</translation>
    </message>
    <message>
        <source>Trying the key …</source>
        <translation>Der Schlüssel wird ausprobiert …</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Type a command, a chat or a model</source>
        <translation>Befehl, Chat oder Modell eingeben</translation>
    </message>
    <message>
        <source>Type a message to see who would answer it</source>
        <translation>Eine Nachricht eingeben, um zu sehen, wer sie beantworten würde</translation>
    </message>
    <message>
        <source>Type it as it stands on paper or in the file.</source>
        <translation>So eingeben, wie er auf dem Papier oder in der Datei steht.</translation>
    </message>
    <message>
        <source>Type {text} to go on</source>
        <translation>Zum Fortfahren {text} eintippen</translation>
    </message>
    <message>
        <source>Typed</source>
        <translation>Getippt</translation>
    </message>
    <message>
        <source>Typical P</source>
        <translation>Typical P</translation>
    </message>
    <message>
        <source>UAE</source>
        <translation>VAE</translation>
    </message>
    <message>
        <source>Unattached volumes</source>
        <translation>Nicht angehängte Volumes</translation>
    </message>
    <message>
        <source>Understands AWS requests, offline</source>
        <translation>Versteht AWS-Anfragen, offline</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undo a plan</source>
        <translation>Einen Plan rückgängig machen</translation>
    </message>
    <message>
        <source>Undo what was done</source>
        <translation>Ausgeführtes rückgängig machen</translation>
    </message>
    <message>
        <source>Undo: {undo}</source>
        <translation>Rückgängig: {undo}</translation>
    </message>
    <message>
        <source>Undoing…</source>
        <translation>Wird rückgängig gemacht…</translation>
    </message>
    <message>
        <source>Unencrypted databases</source>
        <translation>Unverschlüsselte Datenbanken</translation>
    </message>
    <message>
        <source>Unencrypted volumes</source>
        <translation>Unverschlüsselte Volumes</translation>
    </message>
    <message>
        <source>Unfold all of it</source>
        <translation>Alles aufklappen</translation>
    </message>
    <message>
        <source>Unfolded</source>
        <translation>Aufgeklappt</translation>
    </message>
    <message>
        <source>Unload when idle for</source>
        <translation>Entladen nach Leerlauf von</translation>
    </message>
    <message>
        <source>Unlock it and try again, or remove the key in the system&apos;s own keyring program.</source>
        <translation>Entsperren und erneut versuchen oder den Schlüssel im Schlüsselbund-Programm des Systems entfernen.</translation>
    </message>
    <message>
        <source>Unlock the keyring that holds {entry} (service baton), or enter the recovery key that you saved (Settings &gt; History, or baton history recover). Without either, what was encrypted cannot be read by anybody: restore a plain backup with baton history backups restore, or move the history&apos;s file aside to begin anew.</source>
        <translation>Den Schlüsselbund mit {entry} (Dienst baton) entsperren oder den gespeicherten Wiederherstellungsschlüssel eingeben (Einstellungen &gt; Verlauf oder baton history recover). Ohne beides kann niemand lesen, was verschlüsselt wurde: mit baton history backups restore eine unverschlüsselte Sicherung zurückholen oder die Datei des Verlaufs beiseitelegen, um neu zu beginnen.</translation>
    </message>
    <message>
        <source>Unmount it inside the machine first.</source>
        <translation>Zuerst in der Maschine aushängen.</translation>
    </message>
    <message>
        <source>Unpack it first, then choose the file with the conversations in it, such as conversations.json.</source>
        <translation>Zuerst entpacken, dann die Datei mit den Unterhaltungen wählen, etwa conversations.json.</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Lösen</translation>
    </message>
    <message>
        <source>Unpin message</source>
        <translation>Nachricht lösen</translation>
    </message>
    <message>
        <source>Unpin some of them, or choose a model with more context.</source>
        <translation>Einige davon lösen oder ein Modell mit mehr Kontext wählen.</translation>
    </message>
    <message>
        <source>Unpin some of them, or raise the context in Settings &gt; Local models, or choose a model with more.</source>
        <translation>Einige davon lösen, den Kontext unter Einstellungen &gt; Lokale Modelle erhöhen oder ein Modell mit mehr wählen.</translation>
    </message>
    <message>
        <source>Unset it, and try again.</source>
        <translation>Entfernen und erneut versuchen.</translation>
    </message>
    <message>
        <source>Unset {variable}.</source>
        <translation>{variable} aus der Umgebung entfernen.</translation>
    </message>
    <message>
        <source>Untagged resources</source>
        <translation>Ressourcen ohne Tags</translation>
    </message>
    <message>
        <source>Until that is mended, even reads are asked about and changes are denied.</source>
        <translation>Bis das behoben ist, wird selbst bei Lesendem gefragt, und Änderungen werden abgelehnt.</translation>
    </message>
    <message>
        <source>Unused addresses</source>
        <translation>Ungenutzte Adressen</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Update Baton, or choose another model.</source>
        <translation>Baton aktualisieren oder ein anderes Modell wählen.</translation>
    </message>
    <message>
        <source>Update Baton, or download a file of version 3.</source>
        <translation>Baton aktualisieren oder eine Datei der Version 3 herunterladen.</translation>
    </message>
    <message>
        <source>Update Baton, then import it.</source>
        <translation>Baton aktualisieren, dann importieren.</translation>
    </message>
    <message>
        <source>Update Baton.</source>
        <translation>Baton aktualisieren.</translation>
    </message>
    <message>
        <source>Update Baton; the file was left as it is.</source>
        <translation>Baton aktualisieren; die Datei blieb unverändert.</translation>
    </message>
    <message>
        <source>Update this Baton.</source>
        <translation>Dieses Baton aktualisieren.</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Use &apos;anyOf&apos;, or give each alternative a required name with a &apos;const&apos; of its own.</source>
        <translation>&apos;anyOf&apos; verwenden oder jeder Möglichkeit einen Pflichtnamen mit eigenem &apos;const&apos; geben.</translation>
    </message>
    <message>
        <source>Use a key with more rights, or choose another model.</source>
        <translation>Einen Schlüssel mit mehr Rechten verwenden oder ein anderes Modell wählen.</translation>
    </message>
    <message>
        <source>Use a prompt</source>
        <translation>Prompt verwenden</translation>
    </message>
    <message>
        <source>Use a prompt of the library</source>
        <translation>Prompt der Bibliothek verwenden</translation>
    </message>
    <message>
        <source>Use a simpler pattern, or choose a cloud model.</source>
        <translation>Ein einfacheres Muster verwenden oder ein Cloud-Modell wählen.</translation>
    </message>
    <message>
        <source>Use a simpler schema, or choose a cloud model.</source>
        <translation>Ein einfacheres Schema verwenden oder ein Cloud-Modell wählen.</translation>
    </message>
    <message>
        <source>Use an https:// address in Settings &gt; Endpoints.</source>
        <translation>Unter Einstellungen &gt; Endpunkte eine https://-Adresse verwenden.</translation>
    </message>
    <message>
        <source>Use another</source>
        <translation>Anderen verwenden</translation>
    </message>
    <message>
        <source>Use another for {name}</source>
        <translation>Einen anderen für {name} verwenden</translation>
    </message>
    <message>
        <source>Use another schema, or choose another model.</source>
        <translation>Ein anderes Schema verwenden oder ein anderes Modell wählen.</translation>
    </message>
    <message>
        <source>Use any free port</source>
        <translation>Beliebigen freien Port verwenden</translation>
    </message>
    <message>
        <source>Use as system prompt</source>
        <translation>Als System-Prompt verwenden</translation>
    </message>
    <message>
        <source>Use in this chat</source>
        <translation>In diesem Chat verwenden</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Use it with --prompt (in a chat: /prompt).</source>
        <translation>Mit --prompt verwenden (in einem Chat: /prompt).</translation>
    </message>
    <message>
        <source>Use it with --system (in a chat: /system).</source>
        <translation>Mit --system verwenden (in einem Chat: /system).</translation>
    </message>
    <message>
        <source>Use names and addresses that the demo account gave you, or choose an account of your own.</source>
        <translation>Namen und Adressen verwenden, die das Demokonto genannt hat, oder ein eigenes Konto wählen.</translation>
    </message>
    <message>
        <source>Use none</source>
        <translation>Keinen verwenden</translation>
    </message>
    <message>
        <source>Use the demo account</source>
        <translation>Demokonto verwenden</translation>
    </message>
    <message>
        <source>Use the general one</source>
        <translation>Den allgemeinen verwenden</translation>
    </message>
    <message>
        <source>Use this schema</source>
        <translation>Dieses Schema verwenden</translation>
    </message>
    <message>
        <source>Use {model}</source>
        <translation>{model} verwenden</translation>
    </message>
    <message>
        <source>Use {name}</source>
        <translation>{name} verwenden</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Verwendet von</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Users without MFA</source>
        <translation>Benutzer ohne MFA</translation>
    </message>
    <message>
        <source>Using a tool…</source>
        <translation>Ein Tool wird benutzt…</translation>
    </message>
    <message>
        <source>VPC</source>
        <translation>VPC</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>Variablen</translation>
    </message>
    <message>
        <source>Vendors&apos; keys are found before a text leaves.</source>
        <translation>Schlüssel von Anbietern werden gefunden, bevor ein Text hinausgeht.</translation>
    </message>
    <message>
        <source>Version {number} of {count}</source>
        <translation>Version {number} von {count}</translation>
    </message>
    <message>
        <source>Version {number} of {count}. {older} and {newer} show others. {about}</source>
        <translation>Version {number} von {count}. {older} und {newer} zeigen andere. {about}</translation>
    </message>
    <message>
        <source>Version {version} of {versions}; {others}.</source>
        <translation>Fassung {version} von {versions}; {others}.</translation>
    </message>
    <message>
        <source>Versions can then be deleted without a second factor.</source>
        <translation>Versionen lassen sich dann ohne zweiten Faktor löschen.</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Wait a moment, then try again.</source>
        <translation>Einen Moment warten, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>Wait for AWS at most</source>
        <translation>Höchstens auf AWS warten</translation>
    </message>
    <message>
        <source>Wait for a connection at most</source>
        <translation>Höchstens auf eine Verbindung warten</translation>
    </message>
    <message>
        <source>Wait for a model at most</source>
        <translation>Höchstens auf ein Modell warten</translation>
    </message>
    <message>
        <source>Wait for a provider&apos;s limit at most</source>
        <translation>Höchstens auf das Limit eines Anbieters warten</translation>
    </message>
    <message>
        <source>Wait for an answer&apos;s first word at most</source>
        <translation>Höchstens auf das erste Wort einer Antwort warten</translation>
    </message>
    <message>
        <source>Wait for it to finish, or close it, then try again.</source>
        <translation>Auf sein Ende warten oder es schließen, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>Wait for that download, or pause it where it runs.</source>
        <translation>Auf jenen Download warten oder ihn dort anhalten, wo er läuft.</translation>
    </message>
    <message>
        <source>Wait until the device shows the next code, then try again; a code counts only once.</source>
        <translation>Warten, bis das Gerät den nächsten Code zeigt, dann erneut versuchen; ein Code gilt nur einmal.</translation>
    </message>
    <message>
        <source>Wait until {state}</source>
        <translation>Warten, bis {state}</translation>
    </message>
    <message>
        <source>Waiting for another download</source>
        <translation>Wartet auf einen anderen Download</translation>
    </message>
    <message>
        <source>Waiting for another model to load</source>
        <translation>Wartet, bis ein anderes Modell geladen ist</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>Wartet, bis es an der Reihe ist</translation>
    </message>
    <message>
        <source>Waiting for other answers of this model</source>
        <translation>Wartet auf andere Antworten dieses Modells</translation>
    </message>
    <message>
        <source>Waiting for the browser</source>
        <translation>Warten auf den Browser</translation>
    </message>
    <message>
        <source>Waiting for the browser. The code is good until {time}.</source>
        <translation>Warten auf den Browser. Der Code gilt bis {time}.</translation>
    </message>
    <message>
        <source>Waiting for the first words…</source>
        <translation>Die ersten Worte werden erwartet…</translation>
    </message>
    <message>
        <source>Waiting for the limit of {provider}: {seconds} s</source>
        <translation>Wartet auf das Limit von {provider}: {seconds} s</translation>
    </message>
    <message>
        <source>Waiting for {model}, which answers, to make room</source>
        <translation>Wartet auf {model}, das noch antwortet, um Platz zu machen</translation>
    </message>
    <message numerus="yes">
        <source>Waiting for {provider}: {count} request is before this one.</source>
        <comment>Waiting for {provider}: {count} requests are before this one.</comment>
        <translation>
            <numerusform>Wartet auf {provider}: {count} Anfrage ist vorher dran.</numerusform>
            <numerusform>Wartet auf {provider}: {count} Anfragen sind vorher dran.</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting until {state} · look {attempt} of {attempts}</source>
        <translation>Wartet, bis: {state} · Blick {attempt} von {attempts}</translation>
    </message>
    <message>
        <source>Waiting until {state}, now {now} · look {attempt} of {attempts}</source>
        <translation>Wartet, bis: {state}, jetzt {now} · Blick {attempt} von {attempts}</translation>
    </message>
    <message>
        <source>Waiting would call {id}, which is no plain read.</source>
        <translation>Das Warten würde {id} aufrufen, was nicht bloß liest.</translation>
    </message>
    <message>
        <source>Warn at</source>
        <translation>Warnen bei</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Warning: {words}</source>
        <translation>Warnung: {words}</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Warnungen und Fehler</translation>
    </message>
    <message>
        <source>Welcome to Baton</source>
        <translation>Willkommen bei Baton</translation>
    </message>
    <message>
        <source>Well known</source>
        <translation>Bekannte</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>What Baton does, and what goes wrong, is noted here, line by line.</source>
        <translation>Hier wird Zeile für Zeile notiert, was Baton tut und was schiefgeht.</translation>
    </message>
    <message>
        <source>What a provider&apos;s batch costs is known at its end, so a budget cannot stop it.</source>
        <translation>Was ein Stapel des Anbieters kostet, steht erst am Ende fest; ein Budget kann ihn daher nicht anhalten.</translation>
    </message>
    <message>
        <source>What a tool takes</source>
        <translation>Was ein Werkzeug nimmt</translation>
    </message>
    <message>
        <source>What all loaded models may take together, on the GPU and off it. The one used longest ago makes room. 0 takes all there is.</source>
        <translation>Was alle geladenen Modelle zusammen belegen dürfen, auf der GPU und außerhalb. Das am längsten nicht genutzte macht Platz. 0 nimmt alles, was da ist.</translation>
    </message>
    <message>
        <source>What answered does not say who {title!r} is.</source>
        <translation>Was geantwortet hat, sagt nicht, wer {title!r} ist.</translation>
    </message>
    <message>
        <source>What answered does not speak AWS&apos;s protocol.</source>
        <translation>Was geantwortet hat, spricht nicht das Protokoll von AWS.</translation>
    </message>
    <message>
        <source>What answered in {region} does not speak AWS&apos;s protocol.</source>
        <translation>Was in {region} geantwortet hat, spricht nicht das Protokoll von AWS.</translation>
    </message>
    <message>
        <source>What answered is in the list already.</source>
        <translation>Was geantwortet hat, steht schon in der Liste.</translation>
    </message>
    <message>
        <source>What answered packed its answer in a way that cannot be undone.</source>
        <translation>Was geantwortet hat, hat seine Antwort so gepackt, dass sie sich nicht auspacken lässt.</translation>
    </message>
    <message>
        <source>What answered the sign-in gave no usable {name}, so nobody is signed in.</source>
        <translation>Was auf die Anmeldung geantwortet hat, nannte kein brauchbares {name}; niemand ist angemeldet.</translation>
    </message>
    <message>
        <source>What belongs there, in a few words</source>
        <translation>Was dort hingehört, in wenigen Worten</translation>
    </message>
    <message>
        <source>What came is kept; check the address in Settings &gt; Endpoints, or try again.</source>
        <translation>Was kam, bleibt erhalten; die Adresse unter Einstellungen &gt; Endpunkte prüfen oder erneut versuchen.</translation>
    </message>
    <message>
        <source>What came is kept; try again.</source>
        <translation>Was kam, bleibt erhalten; erneut versuchen.</translation>
    </message>
    <message>
        <source>What can be done with this message</source>
        <translation>Was mit dieser Nachricht getan werden kann</translation>
    </message>
    <message>
        <source>What cannot be deleted is left behind, and costs.</source>
        <translation>Was sich nicht löschen lässt, bleibt zurück und kostet.</translation>
    </message>
    <message>
        <source>What changed today</source>
        <translation>Was sich heute geändert hat</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Was sich ändert</translation>
    </message>
    <message>
        <source>What changes: {changes}</source>
        <translation>Was sich ändert: {changes}</translation>
    </message>
    <message>
        <source>What could be read was laid over the newest sound backup: {conversations}, {messages}; {completed}.</source>
        <translation>Was lesbar war, wurde über die neueste intakte Sicherung gelegt: {conversations}, {messages}; {completed}.</translation>
    </message>
    <message>
        <source>What could be read was saved into a new one: {conversations}, {messages}. There was no sound backup to complete it.</source>
        <translation>Was lesbar war, wurde in einen neuen gerettet: {conversations}, {messages}. Es gab keine intakte Sicherung, um ihn zu vervollständigen.</translation>
    </message>
    <message>
        <source>What destroys is confirmed by typing.</source>
        <translation>Zerstörendes wird durch Eingabe bestätigt.</translation>
    </message>
    <message>
        <source>What does not fit the context of the model that would answer otherwise, or fills most of it.</source>
        <translation>Was nicht in den Kontext des Modells passt, das sonst antworten würde, oder ihn fast füllt.</translation>
    </message>
    <message>
        <source>What each service has cost this month so far. AWS takes one cent for the question.</source>
        <translation>Was jeder Dienst diesen Monat bisher gekostet hat. AWS nimmt für die Abfrage einen Cent.</translation>
    </message>
    <message>
        <source>What else can be waited for</source>
        <translation>Worauf noch gewartet werden kann</translation>
    </message>
    <message>
        <source>What fits is estimated from the files&apos; sizes.</source>
        <translation>Was passt, ist aus den Größen der Dateien geschätzt.</translation>
    </message>
    <message>
        <source>What fits is worked out for {context} tokens of context.</source>
        <translation>Was passt, ist für {context} Token Kontext berechnet.</translation>
    </message>
    <message>
        <source>What flows through the network is not recorded any more.</source>
        <translation>Was durch das Netz fließt, wird nicht mehr aufgezeichnet.</translation>
    </message>
    <message>
        <source>What had to be typed was not typed, so it was not carried out.</source>
        <translation>Was einzugeben war, wurde nicht eingegeben, daher wurde es nicht ausgeführt.</translation>
    </message>
    <message>
        <source>What had to be typed was not typed, so nothing was carried out.</source>
        <translation>Was einzugeben war, wurde nicht eingegeben, daher wurde nichts ausgeführt.</translation>
    </message>
    <message>
        <source>What happens from then on is not recorded, and cannot be found out later.</source>
        <translation>Was von da an geschieht, wird nicht aufgezeichnet und lässt sich später nicht herausfinden.</translation>
    </message>
    <message>
        <source>What happens there will not be recorded any more.</source>
        <translation>Was dort geschieht, wird nicht mehr aufgezeichnet.</translation>
    </message>
    <message>
        <source>What has answered by then is kept.</source>
        <translation>Was bis dahin geantwortet hat, bleibt erhalten.</translation>
    </message>
    <message>
        <source>What is answered is kept, and it can be gone on with.</source>
        <translation>Was beantwortet ist, bleibt erhalten, und der Lauf kann fortgesetzt werden.</translation>
    </message>
    <message>
        <source>What is deleted is kept for a day.</source>
        <translation>Gelöschtes wird einen Tag lang aufbewahrt.</translation>
    </message>
    <message>
        <source>What is launched there gets an address that the internet can reach.</source>
        <translation>Was dort gestartet wird, bekommt eine Adresse, die aus dem Internet erreichbar ist.</translation>
    </message>
    <message>
        <source>What is not converted by then stays as it is.</source>
        <translation>Was bis dahin nicht umgewandelt ist, bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>What is older than the rule says is deleted, and cannot be brought back.</source>
        <translation>Was älter ist, als die Regel sagt, wird gelöscht und lässt sich nicht zurückholen.</translation>
    </message>
    <message>
        <source>What is on instance store volumes is lost when an instance stops.</source>
        <translation>Was auf Instance-Store-Volumes ist, geht verloren, wenn eine Instanz anhält.</translation>
    </message>
    <message numerus="yes">
        <source>What is on the volume is lost, but for 1 snapshot of it.</source>
        <comment>What is on the volume is lost, but for {count} snapshots of it.</comment>
        <translation>
            <numerusform>Was auf dem Volume ist, ist bis auf 1 Snapshot davon verloren.</numerusform>
            <numerusform>Was auf dem Volume ist, ist bis auf {count} Snapshots davon verloren.</numerusform>
        </translation>
    </message>
    <message>
        <source>What is on the volume is lost; there is no snapshot of it.</source>
        <translation>Was auf dem Volume ist, ist verloren; es gibt keinen Snapshot davon.</translation>
    </message>
    <message>
        <source>What is overwritten or deleted from then on cannot be brought back.</source>
        <translation>Was von da an überschrieben oder gelöscht wird, lässt sich nicht zurückholen.</translation>
    </message>
    <message>
        <source>What is recorded of that is not enough to undo it.</source>
        <translation>Was davon aufgezeichnet ist, reicht nicht, um es rückgängig zu machen.</translation>
    </message>
    <message>
        <source>What is revoked cannot be made valid again, and all who rely on it are refused.</source>
        <translation>Was widerrufen ist, lässt sich nicht wieder gültig machen, und alle, die sich darauf verlassen, werden abgewiesen.</translation>
    </message>
    <message>
        <source>What is sent to it may travel without encryption.</source>
        <translation>Was dorthin gesendet wird, kann unverschlüsselt unterwegs sein.</translation>
    </message>
    <message>
        <source>What is there now could not be read, so this cannot be undone: {error}</source>
        <translation>Was jetzt da ist, konnte nicht gelesen werden, daher lässt sich das nicht rückgängig machen: {error}</translation>
    </message>
    <message>
        <source>What is there now is not what Baton expected, so this cannot be undone.</source>
        <translation>Was jetzt da ist, hat Baton nicht erwartet, daher lässt sich das nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>What is ticked goes into one file, which another Baton can import.</source>
        <translation>Was angehakt ist, kommt in eine Datei, die ein anderes Baton importieren kann.</translation>
    </message>
    <message>
        <source>What is usual for it, mostly Chat Completions</source>
        <translation>Was dort üblich ist, meist Chat Completions</translation>
    </message>
    <message>
        <source>What it deletes cannot be brought back.</source>
        <translation>Was gelöscht wird, lässt sich nicht zurückholen.</translation>
    </message>
    <message>
        <source>What it found by then is lost.</source>
        <translation>Was bis dahin gefunden wurde, geht verloren.</translation>
    </message>
    <message>
        <source>What it is called in the list</source>
        <translation>Wie er in der Liste heißt</translation>
    </message>
    <message>
        <source>What it is for, in one line</source>
        <translation>Wozu er dient, in einer Zeile</translation>
    </message>
    <message>
        <source>What it touches</source>
        <translation>Was es betrifft</translation>
    </message>
    <message>
        <source>What it touches could not be looked up; the log says why.</source>
        <translation>Was es betrifft, ließ sich nicht nachsehen; das Protokoll sagt, warum.</translation>
    </message>
    <message>
        <source>What its machines cost is unknown.</source>
        <translation>Was seine Maschinen kosten, ist unbekannt.</translation>
    </message>
    <message>
        <source>What its template gives the DeletionPolicy Delete is deleted with the stack, without a copy.</source>
        <translation>Was die Vorlage mit der DeletionPolicy Delete versieht, wird mit dem Stack gelöscht, ohne Kopie.</translation>
    </message>
    <message>
        <source>What its template gives the DeletionPolicy Retain stays, and costs, when the stack is gone.</source>
        <translation>Was die Vorlage mit der DeletionPolicy Retain versieht, bleibt und kostet, wenn der Stack weg ist.</translation>
    </message>
    <message>
        <source>What may run in AWS without asking, what is asked about, and what never runs. The rules stand in one file, which counts as soon as it is saved.</source>
        <translation>Was in AWS ohne Nachfrage laufen darf, wonach gefragt wird und was nie läuft. Die Regeln stehen in einer Datei, die gilt, sobald sie gespeichert ist.</translation>
    </message>
    <message>
        <source>What models elsewhere may cost in a calendar month.</source>
        <translation>Was Modelle anderswo in einem Kalendermonat kosten dürfen.</translation>
    </message>
    <message>
        <source>What models elsewhere may cost in a day, by your calendar. Then nothing more is sent until the next day. A chat can have a budget of its own, in the dock.</source>
        <translation>Was Modelle anderswo an einem Kalendertag kosten dürfen. Danach wird bis zum nächsten Tag nichts mehr gesendet. Ein Chat kann im Bereich rechts ein eigenes Budget haben.</translation>
    </message>
    <message>
        <source>What models elsewhere may read and write in a calendar month.</source>
        <translation>Was Modelle anderswo in einem Kalendermonat lesen und schreiben dürfen.</translation>
    </message>
    <message>
        <source>What models elsewhere may read and write in a day. Those on this machine cost nothing and do not count.</source>
        <translation>Was Modelle anderswo an einem Tag lesen und schreiben dürfen. Die auf diesem Rechner kosten nichts und zählen nicht.</translation>
    </message>
    <message>
        <source>What must not leave this machine: only models that run here, or on your own hosts, are asked.</source>
        <translation>Was diesen Rechner nicht verlassen darf: Gefragt werden nur Modelle, die hier oder auf eigenen Servern laufen.</translation>
    </message>
    <message>
        <source>What only this snapshot holds is lost.</source>
        <translation>Was nur dieser Snapshot enthält, ist verloren.</translation>
    </message>
    <message>
        <source>What should be found out or done in an AWS account.</source>
        <translation>Was in einem AWS-Konto herausgefunden oder getan werden soll.</translation>
    </message>
    <message>
        <source>What should happen?</source>
        <translation>Was soll geschehen?</translation>
    </message>
    <message>
        <source>What step {step} changed goes with what step {maker} made.</source>
        <translation>Was Schritt {step} geändert hat, geht mit dem, was Schritt {maker} angelegt hat.</translation>
    </message>
    <message>
        <source>What step {step} changed is gone already.</source>
        <translation>Was Schritt {step} geändert hat, ist schon weg.</translation>
    </message>
    <message>
        <source>What that changed is gone already, with what step {step} of its plan had made.</source>
        <translation>Was das geändert hat, ist schon weg, mit dem, was Schritt {step} seines Plans angelegt hatte.</translation>
    </message>
    <message>
        <source>What the filter holds back is neither sent nor shown; what it cannot judge is held back too.</source>
        <translation>Was der Filter zurückhält, wird weder gesendet noch gezeigt; was er nicht beurteilen kann, auch nicht.</translation>
    </message>
    <message>
        <source>What the key encrypted cannot be read until the key is enabled again.</source>
        <translation>Was der Schlüssel verschlüsselt hat, lässt sich nicht lesen, bis der Schlüssel wieder eingeschaltet ist.</translation>
    </message>
    <message>
        <source>What the model is told before every message (its tools and the system prompt) and this message take {tokens}, and {model} has room for {most} of its {context}: the rest is kept for the answer. Nothing was sent.</source>
        <translation>Was dem Modell vor jeder Nachricht mitgegeben wird (Tools und System-Prompt) und diese Nachricht belegen {tokens}, und {model} hat Platz für {most} von seinen {context}: Der Rest bleibt für die Antwort. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>What the model was told: {what}</source>
        <translation>Was dem Modell gesagt wurde: {what}</translation>
    </message>
    <message>
        <source>What the run may cost at most at models elsewhere.</source>
        <translation>Was der Lauf bei Modellen anderswo höchstens kosten darf.</translation>
    </message>
    <message>
        <source>What the run may cost at most at models elsewhere; it then stops, and can go on.</source>
        <translation>Was der Lauf bei Modellen anderswo höchstens kosten darf; dann hält er an und kann fortgesetzt werden.</translation>
    </message>
    <message>
        <source>What the stack made is deleted with it; a new stack makes new resources.</source>
        <translation>Was der Stack erzeugt hat, wird mit ihm gelöscht; ein neuer Stack erzeugt neue Ressourcen.</translation>
    </message>
    <message>
        <source>What this does</source>
        <translation>Was das bewirkt</translation>
    </message>
    <message>
        <source>What to export</source>
        <translation>Was exportiert wird</translation>
    </message>
    <message>
        <source>What was checked</source>
        <translation>Was geprüft wurde</translation>
    </message>
    <message>
        <source>What was copied is neither text, a picture nor a file, so it cannot be sent.</source>
        <translation>Was kopiert wurde, ist weder Text noch Bild noch Datei und kann deshalb nicht gesendet werden.</translation>
    </message>
    <message>
        <source>What was deleted can no longer be brought back.</source>
        <translation>Das Gelöschte lässt sich nicht mehr zurückholen.</translation>
    </message>
    <message>
        <source>What was loaded is kept.</source>
        <translation>Was geladen ist, bleibt erhalten.</translation>
    </message>
    <message>
        <source>What was on instance store volumes does not come back.</source>
        <translation>Was auf Instance-Store-Volumes war, kommt nicht zurück.</translation>
    </message>
    <message>
        <source>What was read of conversations that had to make room is kept in main memory up to this, so that they go on without being read again.</source>
        <translation>Was von Chats gelesen wurde, die Platz machen mussten, bleibt bis zu dieser Größe im Hauptspeicher, damit sie weitergehen, ohne neu gelesen zu werden.</translation>
    </message>
    <message>
        <source>What was sent</source>
        <translation>Was gesendet wurde</translation>
    </message>
    <message>
        <source>What was sent for the last answer</source>
        <translation>Was für die letzte Antwort gesendet wurde</translation>
    </message>
    <message>
        <source>What was sent was copied.</source>
        <translation>Das Gesendete wurde kopiert.</translation>
    </message>
    <message>
        <source>What was shown stays, as another version of the answer. Off: the answer stays cut, and a button offers the next model.</source>
        <translation>Was zu sehen war, bleibt als weitere Version der Antwort. Aus: Die Antwort bleibt abgeschnitten, und eine Schaltfläche bietet das nächste Modell an.</translation>
    </message>
    <message>
        <source>What was there before is kept as the backup {name}.</source>
        <translation>Was vorher da war, bleibt als Sicherung {name} erhalten.</translation>
    </message>
    <message>
        <source>What was written on it since is lost.</source>
        <translation>Was seitdem darauf geschrieben wurde, ist verloren.</translation>
    </message>
    <message>
        <source>What was written on them since is lost.</source>
        <translation>Was seitdem darauf geschrieben wurde, ist verloren.</translation>
    </message>
    <message>
        <source>What was written to it since is lost.</source>
        <translation>Was seitdem hineingeschrieben wurde, ist verloren.</translation>
    </message>
    <message>
        <source>What went to standard output cannot be gone on with.</source>
        <translation>Was an die Standardausgabe ging, lässt sich nicht fortsetzen.</translation>
    </message>
    <message>
        <source>What will be different</source>
        <translation>Was sich ändern wird</translation>
    </message>
    <message>
        <source>What will be different could not be looked up in time.</source>
        <translation>Was anders sein wird, ließ sich nicht rechtzeitig nachsehen.</translation>
    </message>
    <message>
        <source>What works on this machine</source>
        <translation>Was auf diesem Rechner geht</translation>
    </message>
    <message>
        <source>What you changed is not saved. Cancel again to drop it.</source>
        <translation>Die Änderungen sind nicht gespeichert. Noch einmal abbrechen, um sie zu verwerfen.</translation>
    </message>
    <message>
        <source>What you changed is not saved. Save it, or quit again to drop it.</source>
        <translation>Die Änderungen sind nicht gespeichert. Speichern, oder noch einmal beenden, um sie zu verwerfen.</translation>
    </message>
    <message>
        <source>What you write is sent to this provider.</source>
        <translation>Geschriebenes wird an diesen Anbieter gesendet.</translation>
    </message>
    <message>
        <source>What you wrote</source>
        <translation>Selbst geschrieben</translation>
    </message>
    <message>
        <source>What {title} does</source>
        <translation>Was {title} bewirkt</translation>
    </message>
    <message>
        <source>Whatever the temperature</source>
        <translation>Bei jeder Temperatur</translation>
    </message>
    <message>
        <source>Whatever uses the key is refused from then on, and the key does not come back.</source>
        <translation>Was den Schlüssel verwendet, wird von da an abgewiesen, und der Schlüssel kommt nicht zurück.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>When a chat is longer than the model&apos;s context</source>
        <translation>Wenn ein Chat länger ist als der Kontext des Modells</translation>
    </message>
    <message>
        <source>When a model cannot answer, ask</source>
        <translation>Wenn ein Modell nicht antworten kann, fragen</translation>
    </message>
    <message>
        <source>When it is full</source>
        <translation>Wenn er voll ist</translation>
    </message>
    <message>
        <source>When the context is full</source>
        <translation>Wenn der Kontext voll ist</translation>
    </message>
    <message>
        <source>When: {value}</source>
        <translation>Wann: {value}</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Where Automatic chooses, a message with a key, a token or a password in it stays on this machine.</source>
        <translation>Wo „Automatisch“ wählt, bleibt eine Nachricht mit einem Schlüssel, Token oder Passwort auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Where a chat&apos;s model is Automatic, each message goes to the model set here for its kind. Which kind it is is decided on this machine, by rules. A kind without a model goes with everything else.</source>
        <translation>Wo das Modell eines Chats „Automatisch“ ist, geht jede Nachricht an das Modell, das hier für ihre Art steht. Welche Art es ist, wird auf diesem Rechner nach Regeln entschieden. Eine Art ohne Modell gehört zu allem anderen.</translation>
    </message>
    <message>
        <source>Where a line begins. Messages follow their own text; code and AWS calls go from left to right.</source>
        <translation>Wo eine Zeile beginnt. Nachrichten folgen ihrem eigenen Text; Code und AWS-Aufrufe laufen von links nach rechts.</translation>
    </message>
    <message>
        <source>Where a model&apos;s price is unknown</source>
        <translation>Wo der Preis eines Modells unbekannt ist</translation>
    </message>
    <message>
        <source>Where a provider wants a longer wait, the next model of the fallback chain is asked, or the answer fails. A batch waits as long as it takes.</source>
        <translation>Verlangt ein Anbieter eine längere Pause, wird das nächste Modell der Ersatzkette gefragt, oder die Antwort schlägt fehl. Ein Stapel wartet, so lange es dauert.</translation>
    </message>
    <message>
        <source>Where context, prices or abilities are not as Baton has them</source>
        <translation>Wenn Kontext, Preise oder Fähigkeiten nicht so sind, wie Baton sie kennt</translation>
    </message>
    <message>
        <source>Where it is faster</source>
        <translation>Wo sie schneller ist</translation>
    </message>
    <message>
        <source>Where models run</source>
        <translation>Wo Modelle laufen</translation>
    </message>
    <message>
        <source>Where no rule fits: reads run as Settings &gt; AWS says, what destroys wants a typed name, the rest is asked about. Changes of permissions are always asked about.</source>
        <translation>Wo keine Regel passt: Lesendes läuft, wie Einstellungen &gt; AWS sagt, Zerstörendes verlangt einen getippten Namen, beim Rest wird gefragt. Bei Änderungen von Berechtigungen wird immer gefragt.</translation>
    </message>
    <message>
        <source>Where the same question is put to the same model at temperature 0, its answer is given at once and costs nothing. A chat, or baton ask --cached, can have it at other temperatures. Nothing with results of tools is kept, and a deleted chat&apos;s answers go with it.</source>
        <translation>Wird dasselbe Modell bei Temperatur 0 dasselbe gefragt, kommt seine Antwort sofort und kostet nichts. Ein Chat oder baton ask --cached kann das auch bei anderen Temperaturen haben. Nichts mit Ergebnissen von Werkzeugen wird aufbewahrt, und die Antworten eines gelöschten Chats gehen mit ihm.</translation>
    </message>
    <message>
        <source>Where the window and baton serve listen, on this machine only; it counts from the next start on.</source>
        <translation>Wo das Fenster und baton serve lauschen, nur auf diesem Rechner; gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Where to look</source>
        <translation>Wo gesucht wird</translation>
    </message>
    <message>
        <source>Whether AWS carried it out is not known. Look before you try again.</source>
        <translation>Ob AWS es ausgeführt hat, ist nicht bekannt. Bitte nachsehen, bevor es erneut versucht wird.</translation>
    </message>
    <message>
        <source>Whether that was carried out is unknown, because Baton ended or was stopped while AWS worked on it.</source>
        <translation>Ob das ausgeführt wurde, ist unbekannt, weil Baton endete oder angehalten wurde, während AWS daran arbeitete.</translation>
    </message>
    <message>
        <source>Whether that was undone already is unknown: it is being undone elsewhere, or an undo was stopped while AWS worked on it.</source>
        <translation>Ob das bereits rückgängig gemacht ist, ist unbekannt: Es geschieht gerade anderswo, oder es wurde angehalten, während AWS daran arbeitete.</translation>
    </message>
    <message>
        <source>Whether you may could not be asked in time.</source>
        <translation>Ob die Berechtigung reicht, ließ sich nicht rechtzeitig fragen.</translation>
    </message>
    <message>
        <source>Whether you may is not known.</source>
        <translation>Ob es erlaubt ist, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Which IAM actions this call needs is not known.</source>
        <translation>Welche IAM-Aktionen dieser Aufruf braucht, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Which entries are shown</source>
        <translation>Welche Einträge gezeigt werden</translation>
    </message>
    <message>
        <source>Which number of results at most?</source>
        <translation>Wie viele Ergebnisse höchstens?</translation>
    </message>
    <message>
        <source>Which policy? Its ARN, please, or the name of one of AWS&apos;s own.</source>
        <translation>Welche Richtlinie? Bitte ihre ARN oder den Namen einer AWS-eigenen.</translation>
    </message>
    <message>
        <source>Which port, and from where?</source>
        <translation>Welcher Port, und von wo?</translation>
    </message>
    <message>
        <source>Which queue? Its URL, please.</source>
        <translation>Welche Warteschlange? Bitte ihre URL.</translation>
    </message>
    <message>
        <source>Which trust policy, as JSON?</source>
        <translation>Welche Vertrauensrichtlinie, als JSON?</translation>
    </message>
    <message>
        <source>Which {thing}?</source>
        <translation>Angabe zu „{thing}“?</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Who uses the cluster will not be recorded any more.</source>
        <translation>Wer den Cluster verwendet, wird nicht mehr aufgezeichnet.</translation>
    </message>
    <message>
        <source>Who you are could not be asked: {error}</source>
        <translation>Wer angemeldet ist, ließ sich nicht fragen: {error}</translation>
    </message>
    <message>
        <source>Who you are there could not be found out.</source>
        <translation>Welche Identität dort gilt, ließ sich nicht ermitteln.</translation>
    </message>
    <message>
        <source>Whoever has this text and the history&apos;s file can read the history. Keep it away from this computer and its backups: on paper, or in a password manager.</source>
        <translation>Wer diesen Text und die Datei des Verlaufs hat, kann den Verlauf lesen. Getrennt von diesem Rechner und seinen Sicherungen aufbewahren: auf Papier oder in einem Passwortmanager.</translation>
    </message>
    <message>
        <source>Whoever is given the grant can use the key, whatever its policy says.</source>
        <translation>Wer die Erteilung bekommt, kann den Schlüssel verwenden, was immer dessen Richtlinie sagt.</translation>
    </message>
    <message>
        <source>Whose models bedrock:… are: a profile of your AWS configuration; no key is needed. Empty: your default profile.</source>
        <translation>Wessen Modelle bedrock:… sind: ein Profil der AWS-Konfiguration; ein Schlüssel ist nicht nötig. Leer: das Standardprofil.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Why this risk, and the permissions it needs</source>
        <translation>Warum dieses Risiko, und die nötigen Berechtigungen</translation>
    </message>
    <message>
        <source>With AWS actions</source>
        <translation>Mit AWS-Aktionen</translation>
    </message>
    <message>
        <source>With a key</source>
        <translation>Mit Schlüssel</translation>
    </message>
    <message>
        <source>With the ACL {acl}, everyone on the internet can read and change it.</source>
        <translation>Mit der ACL {acl} kann jeder im Internet es lesen und ändern.</translation>
    </message>
    <message>
        <source>With the ACL {acl}, everyone on the internet can read it.</source>
        <translation>Mit der ACL {acl} kann jeder im Internet es lesen.</translation>
    </message>
    <message>
        <source>With the ACL {acl}, everyone with any AWS account can read it.</source>
        <translation>Mit der ACL {acl} kann jeder mit irgendeinem AWS-Konto es lesen.</translation>
    </message>
    <message>
        <source>With {values}</source>
        <translation>Mit {values}</translation>
    </message>
    <message>
        <source>Without motion not even the cursor blinks. Follow the system where it says.</source>
        <translation>Ohne Bewegung blinkt nicht einmal die Schreibmarke. Wie das System, wo es dies vorgibt.</translation>
    </message>
    <message>
        <source>Without one, baton chats in the terminal; every command works.</source>
        <translation>Ohne Anzeige chattet baton im Terminal; jeder Befehl funktioniert.</translation>
    </message>
    <message>
        <source>Word it differently, or choose another model.</source>
        <translation>Anders formulieren oder ein anderes Modell wählen.</translation>
    </message>
    <message>
        <source>Words less likely than this share of the likeliest one are dropped. 0.05 keeps a high temperature sensible.</source>
        <translation>Wörter, die weniger wahrscheinlich sind als dieser Anteil des wahrscheinlichsten, fallen weg. 0,05 hält eine hohe Temperatur vernünftig.</translation>
    </message>
    <message>
        <source>Words likelier than this are the top choices that XTC leaves out, all but the last of them; above 0.5 is off.</source>
        <translation>Wahrscheinlichere Wörter als dies lässt XTC aus, alle bis auf das letzte davon; über 0.5 ist es aus.</translation>
    </message>
    <message>
        <source>Words that are held back</source>
        <translation>Wörter, die zurückgehalten werden</translation>
    </message>
    <message>
        <source>Work failed</source>
        <translation>Ein Vorgang ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>Work goes on. Quit?</source>
        <translation>Ein Vorgang läuft noch. Beenden?</translation>
    </message>
    <message>
        <source>Work in progress</source>
        <translation>Laufende Vorgänge</translation>
    </message>
    <message>
        <source>Work in progress…</source>
        <translation>Laufende Arbeiten…</translation>
    </message>
    <message>
        <source>Work is done</source>
        <translation>Alles erledigt</translation>
    </message>
    <message numerus="yes">
        <source>Works: 1 model</source>
        <comment>Works: {count} models</comment>
        <translation>
            <numerusform>Geht: 1 Modell</numerusform>
            <numerusform>Geht: {count} Modelle</numerusform>
        </translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>Lange Zeilen umbrechen</translation>
    </message>
    <message>
        <source>Write a file to edit</source>
        <translation>Datei zum Bearbeiten anlegen</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>Nachricht schreiben</translation>
    </message>
    <message>
        <source>Write a message first.</source>
        <translation>Zuerst eine Nachricht schreiben.</translation>
    </message>
    <message>
        <source>Write a prompt ({keys})</source>
        <translation>Prompt schreiben ({keys})</translation>
    </message>
    <message>
        <source>Write it as 30 minutes, 1h or two hours.</source>
        <translation>Als 30 minutes, 1h oder two hours schreiben.</translation>
    </message>
    <message>
        <source>Write it as AWS does, as in eu-west-1.</source>
        <translation>Wie AWS schreiben, etwa eu-west-1.</translation>
    </message>
    <message>
        <source>Write it as https://host/v1 in Settings &gt; Endpoints.</source>
        <translation>Sie unter Einstellungen &gt; Endpunkte als https://host/v1 schreiben.</translation>
    </message>
    <message>
        <source>Write it as in s3:ListBuckets, or: baton aws find TEXT</source>
        <translation>Als s3:ListBuckets schreiben, oder: baton aws find TEXT</translation>
    </message>
    <message>
        <source>Write it as in: reads of s3 in dev for an hour</source>
        <translation>Auf Englisch schreiben, etwa: reads of s3 in dev for an hour</translation>
    </message>
    <message>
        <source>Write it as owner/name, as on the hub&apos;s page.</source>
        <translation>Als owner/name schreiben, wie auf der Seite des Hubs.</translation>
    </message>
    <message>
        <source>Write it as provider:model; baton models lists those you can use.</source>
        <translation>Als Anbieter:Modell schreiben; baton models zeigt, welche nutzbar sind.</translation>
    </message>
    <message>
        <source>Write it as service:Operation, as in s3:ListBuckets.</source>
        <translation>Als service:Operation schreiben, etwa s3:ListBuckets.</translation>
    </message>
    <message>
        <source>Write it as text=number or #token=number, such as maybe=-5.</source>
        <translation>Als text=Zahl oder #token=Zahl schreiben, etwa maybe=-5.</translation>
    </message>
    <message>
        <source>Write it flatter, with &apos;$defs&apos;.</source>
        <translation>Flacher schreiben, mit &apos;$defs&apos;.</translation>
    </message>
    <message>
        <source>Write its address as http://proxy.example.com:3128 in Settings &gt; Network, or in HTTPS_PROXY.</source>
        <translation>Die Adresse als http://proxy.example.com:3128 unter Einstellungen &gt; Netzwerk oder in HTTPS_PROXY angeben.</translation>
    </message>
    <message>
        <source>Write the user into its address in Settings &gt; Network (http://user@proxy:3128) and keep the password with: baton keys set {proxy_key}.</source>
        <translation>Den Benutzer unter Einstellungen &gt; Netzwerk in die Adresse schreiben (http://user@proxy:3128) und das Passwort ablegen mit: baton keys set {proxy_key}.</translation>
    </message>
    <message>
        <source>Write to this address</source>
        <translation>An diese Adresse schreiben</translation>
    </message>
    <message>
        <source>Writes are trusted in an account that is named.</source>
        <translation>Änderndem wird nur in einem genannten Konto vertraut.</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Writing a plan…</source>
        <translation>Ein Plan wird geschrieben…</translation>
    </message>
    <message>
        <source>Writing a proposal…</source>
        <translation>Ein Vorschlag wird geschrieben…</translation>
    </message>
    <message>
        <source>Writing to the cache</source>
        <translation>Schreiben in den Cache</translation>
    </message>
    <message>
        <source>Writing …</source>
        <translation>Wird geschrieben …</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Geschrieben</translation>
    </message>
    <message>
        <source>Written at {tokens} tokens a second</source>
        <translation>Mit {tokens} Token je Sekunde geschrieben</translation>
    </message>
    <message>
        <source>Written to {file}.</source>
        <translation>Geschrieben nach {file}.</translation>
    </message>
    <message>
        <source>Written: {tokens} tokens</source>
        <translation>Geschrieben: {tokens} Token</translation>
    </message>
    <message>
        <source>XTC probability</source>
        <translation>XTC-Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>XTC threshold</source>
        <translation>XTC-Schwelle</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message numerus="yes">
        <source>You are asked twice because this changes {count} resource at once.</source>
        <comment>You are asked twice because this changes {count} resources at once.</comment>
        <translation>
            <numerusform>Es wird zweimal gefragt, weil dies {count} Ressource auf einmal ändert.</numerusform>
            <numerusform>Es wird zweimal gefragt, weil dies {count} Ressourcen auf einmal ändert.</numerusform>
        </translation>
    </message>
    <message>
        <source>You are signed in to {account}.</source>
        <translation>Bei {account} angemeldet.</translation>
    </message>
    <message>
        <source>You asked for this by a command.</source>
        <translation>Sie haben dies mit einem Befehl verlangt.</translation>
    </message>
    <message>
        <source>You asked for this.</source>
        <translation>Sie haben dies verlangt.</translation>
    </message>
    <message>
        <source>You asked to decide on every step.</source>
        <translation>Über jeden Schritt soll einzeln entschieden werden.</translation>
    </message>
    <message>
        <source>You have none yet. Set parameters in a chat, then save them as a preset.</source>
        <translation>Noch keine vorhanden. Parameter in einem Chat setzen, dann als Voreinstellung speichern.</translation>
    </message>
    <message>
        <source>You may not ask IAM&apos;s simulator (iam:SimulatePrincipalPolicy).</source>
        <translation>Der IAM-Simulator darf nicht gefragt werden (iam:SimulatePrincipalPolicy).</translation>
    </message>
    <message>
        <source>You refused {count} proposals of this answer, so nothing more is asked about in it. Write what you want instead.</source>
        <translation>Sie haben {count} Vorschläge dieser Antwort abgelehnt, daher wird darin nichts mehr gefragt. Schreiben, was stattdessen gewünscht ist.</translation>
    </message>
    <message>
        <source>You review {{what}} …</source>
        <translation>Prüfe {{what}} …</translation>
    </message>
    <message>
        <source>You said no, so nothing more was loaded.</source>
        <translation>Abgelehnt, daher wurde nichts weiter geladen.</translation>
    </message>
    <message>
        <source>You said no, so nothing was looked at.</source>
        <translation>Abgelehnt, daher wurde nichts angesehen.</translation>
    </message>
    <message>
        <source>You said no. Nothing was sent to AWS.</source>
        <translation>Abgelehnt. Es wurde nichts an AWS gesendet.</translation>
    </message>
    <message>
        <source>You stopped it.</source>
        <translation>Der Vorgang wurde von Ihnen angehalten.</translation>
    </message>
    <message>
        <source>You stopped it. What had come by then is kept.</source>
        <translation>Von Ihnen angehalten. Was bis dahin kam, bleibt erhalten.</translation>
    </message>
    <message>
        <source>You stopped the backup.</source>
        <translation>Die Sicherung wurde von Ihnen angehalten.</translation>
    </message>
    <message>
        <source>You stopped the building of the list of AWS operations.</source>
        <translation>Der Aufbau der Liste der AWS-Operationen wurde angehalten.</translation>
    </message>
    <message>
        <source>You stopped the check of the history.</source>
        <translation>Die Prüfung des Verlaufs wurde von Ihnen angehalten.</translation>
    </message>
    <message>
        <source>You stopped the loading of {name!r}.</source>
        <translation>Das Laden von {name!r} wurde angehalten.</translation>
    </message>
    <message>
        <source>You stopped waiting after {took}</source>
        <translation>Warten nach {took} beendet</translation>
    </message>
    <message>
        <source>You stopped waiting after {took}, now {now}</source>
        <translation>Warten nach {took} beendet, jetzt {now}</translation>
    </message>
    <message>
        <source>Your AWS configuration has no profile, so there is the demo account alone; &apos;aws configure sso&apos; makes one.</source>
        <translation>Die AWS-Konfiguration hat kein Profil, daher gibt es nur das Demokonto; „aws configure sso“ legt eines an.</translation>
    </message>
    <message>
        <source>Your chats will stand here, the newest first. Write a message and press Enter to begin one.</source>
        <translation>Hier werden die Chats stehen, der neueste zuerst. Eine Nachricht schreiben und die Eingabetaste drücken, um einen zu beginnen.</translation>
    </message>
    <message>
        <source>Your corrections of {model} were taken back.</source>
        <translation>Die eigenen Berichtigungen zu {model} wurden zurückgenommen.</translation>
    </message>
    <message>
        <source>Your facts of {model} count from now on.</source>
        <translation>Die eigenen Angaben zu {model} gelten ab jetzt.</translation>
    </message>
    <message>
        <source>Your message was not sent</source>
        <translation>Die Nachricht wurde nicht gesendet</translation>
    </message>
    <message>
        <source>Your own words to hide</source>
        <translation>Eigene Wörter, die verborgen werden</translation>
    </message>
    <message>
        <source>Your own…</source>
        <translation>Eigene…</translation>
    </message>
    <message>
        <source>Your playbooks lie in {folder}.</source>
        <translation>Die eigenen Playbooks liegen in {folder}.</translation>
    </message>
    <message>
        <source>Your presets</source>
        <translation>Eigene Voreinstellungen</translation>
    </message>
    <message>
        <source>Your sign-in to {account} is over at {time}.</source>
        <translation>Die Anmeldung bei {account} läuft um {time} ab.</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>Zurich</source>
        <translation>Zürich</translation>
    </message>
    <message>
        <source>a &apos;pattern&apos; must be a text</source>
        <translation>ein &apos;pattern&apos; muss ein Text sein</translation>
    </message>
    <message>
        <source>a 7-Zip archive</source>
        <translation>ein 7-Zip-Archiv</translation>
    </message>
    <message>
        <source>a BMP picture</source>
        <translation>ein BMP-Bild</translation>
    </message>
    <message>
        <source>a GIF picture</source>
        <translation>ein GIF-Bild</translation>
    </message>
    <message>
        <source>a HEIC picture, which models do not take</source>
        <translation>ein HEIC-Bild, das Modelle nicht annehmen</translation>
    </message>
    <message>
        <source>a JPEG picture</source>
        <translation>ein JPEG-Bild</translation>
    </message>
    <message>
        <source>a PDF</source>
        <translation>ein PDF</translation>
    </message>
    <message>
        <source>a PNG picture</source>
        <translation>ein PNG-Bild</translation>
    </message>
    <message>
        <source>a RAR archive</source>
        <translation>ein RAR-Archiv</translation>
    </message>
    <message>
        <source>a TIFF picture</source>
        <translation>ein TIFF-Bild</translation>
    </message>
    <message>
        <source>a WebP picture</source>
        <translation>ein WebP-Bild</translation>
    </message>
    <message>
        <source>a ZIP archive</source>
        <translation>ein ZIP-Archiv</translation>
    </message>
    <message>
        <source>a ZIP archive, or an Office document</source>
        <translation>ein ZIP-Archiv oder ein Office-Dokument</translation>
    </message>
    <message>
        <source>a bzip2 archive</source>
        <translation>ein bzip2-Archiv</translation>
    </message>
    <message>
        <source>a call of {title}</source>
        <translation>ein Aufruf von {title}</translation>
    </message>
    <message>
        <source>a call of {tool}</source>
        <translation>ein Aufruf von {tool}</translation>
    </message>
    <message>
        <source>a class of characters does not end</source>
        <translation>eine Zeichenklasse endet nicht</translation>
    </message>
    <message>
        <source>a date and time as 2026-11-20T09:30:00Z</source>
        <translation>Datum und Uhrzeit wie 2026-11-20T09:30:00Z</translation>
    </message>
    <message>
        <source>a document that cannot be read</source>
        <translation>ein Dokument, das nicht gelesen werden kann</translation>
    </message>
    <message>
        <source>a draft model, which only speeds up another</source>
        <translation>ein Entwurfsmodell, das nur ein anderes beschleunigt</translation>
    </message>
    <message>
        <source>a few seconds left</source>
        <translation>noch wenige Sekunden</translation>
    </message>
    <message>
        <source>a file</source>
        <translation>eine Datei</translation>
    </message>
    <message>
        <source>a file that is no model</source>
        <translation>eine Datei, die kein Modell ist</translation>
    </message>
    <message>
        <source>a film</source>
        <translation>ein Film</translation>
    </message>
    <message>
        <source>a fix</source>
        <translation>eine Behebung</translation>
    </message>
    <message>
        <source>a group does not end</source>
        <translation>eine Gruppe endet nicht</translation>
    </message>
    <message>
        <source>a gzip archive</source>
        <translation>ein gzip-Archiv</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>a list of something else than models</source>
        <translation>eine Liste von etwas anderem als Modellen</translation>
    </message>
    <message>
        <source>a message</source>
        <translation>eine Nachricht</translation>
    </message>
    <message>
        <source>a message should be an object</source>
        <translation>eine Nachricht sollte ein Objekt sein</translation>
    </message>
    <message>
        <source>a message without text</source>
        <translation>eine Nachricht ohne Text</translation>
    </message>
    <message>
        <source>a message, through the composer</source>
        <translation>eine Nachricht, über das Eingabefeld</translation>
    </message>
    <message>
        <source>a model file</source>
        <translation>eine Modelldatei</translation>
    </message>
    <message>
        <source>a name must be a text</source>
        <translation>ein Name muss ein Text sein</translation>
    </message>
    <message>
        <source>a name stands there twice.</source>
        <translation>Ein Name steht dort doppelt.</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a number of thousands of digits</source>
        <translation>eine Zahl mit Tausenden von Stellen</translation>
    </message>
    <message>
        <source>a page ({kind}) instead of the file</source>
        <translation>eine Seite ({kind}) statt der Datei</translation>
    </message>
    <message>
        <source>a parameter of {where}</source>
        <translation>ein Parameter von {where}</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>ein Bild</translation>
    </message>
    <message>
        <source>a picture adapter</source>
        <translation>ein Bildadapter</translation>
    </message>
    <message>
        <source>a piece of the file without saying which</source>
        <translation>ein Stück der Datei, ohne zu sagen, welches</translation>
    </message>
    <message>
        <source>a playbook</source>
        <translation>ein Playbook</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>ein Programm</translation>
    </message>
    <message>
        <source>a program that gives no name</source>
        <translation>ein Programm, das keinen Namen nennt</translation>
    </message>
    <message>
        <source>a range of characters ends before it begins</source>
        <translation>ein Zeichenbereich endet, bevor er beginnt</translation>
    </message>
    <message>
        <source>a redirection to what is no address</source>
        <translation>eine Umleitung auf etwas, das keine Adresse ist</translation>
    </message>
    <message>
        <source>a repetition ends before it begins</source>
        <translation>eine Wiederholung endet, bevor sie beginnt</translation>
    </message>
    <message>
        <source>a repetition is repeated</source>
        <translation>eine Wiederholung wird wiederholt</translation>
    </message>
    <message>
        <source>a repetition repeats nothing</source>
        <translation>eine Wiederholung wiederholt nichts</translation>
    </message>
    <message>
        <source>a reranking model</source>
        <translation>ein Reranking-Modell</translation>
    </message>
    <message>
        <source>a rule without a name</source>
        <translation>eine Regel ohne Namen</translation>
    </message>
    <message>
        <source>a schema is an object or a boolean, not {value}</source>
        <translation>ein Schema ist ein Objekt oder ein Wahrheitswert, nicht {value}</translation>
    </message>
    <message>
        <source>a set of named fields</source>
        <translation>eine Menge benannter Felder</translation>
    </message>
    <message>
        <source>a set of named values</source>
        <translation>ein Satz benannter Werte</translation>
    </message>
    <message>
        <source>a set of names and values</source>
        <translation>ein Satz von Namen und Werten</translation>
    </message>
    <message>
        <source>a sound</source>
        <translation>ein Ton</translation>
    </message>
    <message>
        <source>a sound or a film</source>
        <translation>ein Ton oder ein Film</translation>
    </message>
    <message>
        <source>a speech model</source>
        <translation>ein Sprachmodell für Audio</translation>
    </message>
    <message>
        <source>a stream that others may read</source>
        <translation>ein Stream, den andere lesen können</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>a text or a list</source>
        <translation>ein Text oder eine Liste</translation>
    </message>
    <message>
        <source>a text, or {&quot;base64&quot;: &quot;…&quot;}</source>
        <translation>ein Text oder {&quot;base64&quot;: &quot;…&quot;}</translation>
    </message>
    <message>
        <source>a time</source>
        <translation>eine Zeitangabe</translation>
    </message>
    <message>
        <source>a time as in 2026-11-20T09:00:00Z</source>
        <translation>ein Zeitpunkt wie 2026-11-20T09:00:00Z</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message numerus="yes">
        <source>about 1 item</source>
        <comment>about {count} items</comment>
        <translation>
            <numerusform>rund 1 Element</numerusform>
            <numerusform>rund {count} Elemente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about 1 message waiting</source>
        <comment>about {count} messages waiting</comment>
        <translation>
            <numerusform>rund 1 Nachricht wartet</numerusform>
            <numerusform>rund {count} Nachrichten warten</numerusform>
        </translation>
    </message>
    <message>
        <source>about {count} tokens</source>
        <translation>etwa {count} Token</translation>
    </message>
    <message>
        <source>about {hours} h left</source>
        <translation>noch etwa {hours} h</translation>
    </message>
    <message>
        <source>about {hours} h {minutes} min left</source>
        <translation>noch etwa {hours} h {minutes} min</translation>
    </message>
    <message>
        <source>about {minutes} min left</source>
        <translation>noch etwa {minutes} min</translation>
    </message>
    <message>
        <source>about {seconds} s left</source>
        <translation>noch etwa {seconds} s</translation>
    </message>
    <message>
        <source>about {tokens}</source>
        <translation>etwa {tokens}</translation>
    </message>
    <message>
        <source>above {tokens} tokens: {read} in and {written} out</source>
        <translation>über {tokens} Token: {read} ein und {written} aus</translation>
    </message>
    <message>
        <source>accept</source>
        <translation>annehmen</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>account id</source>
        <translation>Kontonummer</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>add</source>
        <translation>hinzufügen</translation>
    </message>
    <message>
        <source>aliases are not taken</source>
        <translation>Aliasse werden nicht angenommen</translation>
    </message>
    <message>
        <source>all calls</source>
        <translation>alle Aufrufe</translation>
    </message>
    <message>
        <source>all regions</source>
        <translation>alle Regionen</translation>
    </message>
    <message>
        <source>allocate</source>
        <translation>zuweisen</translation>
    </message>
    <message>
        <source>an AVIF picture, which models do not take</source>
        <translation>ein AVIF-Bild, das Modelle nicht annehmen</translation>
    </message>
    <message>
        <source>an SQLite database</source>
        <translation>eine SQLite-Datenbank</translation>
    </message>
    <message>
        <source>an earlier message of this chat was private</source>
        <translation>eine frühere Nachricht dieses Chats war privat</translation>
    </message>
    <message>
        <source>an earlier time</source>
        <translation>einer früheren Zeit</translation>
    </message>
    <message>
        <source>an empty database beside a log that is not</source>
        <translation>eine leere Datenbank neben einem nicht leeren Journal</translation>
    </message>
    <message>
        <source>an id is empty</source>
        <translation>eine ID ist leer</translation>
    </message>
    <message>
        <source>an internet gateway</source>
        <translation>ein Internet-Gateway</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>an old Office document</source>
        <translation>ein altes Office-Dokument</translation>
    </message>
    <message>
        <source>an xz archive</source>
        <translation>ein xz-Archiv</translation>
    </message>
    <message numerus="yes">
        <source>and one more change</source>
        <comment>and {count} more changes</comment>
        <translation>
            <numerusform>und eine weitere Änderung</numerusform>
            <numerusform>und {count} weitere Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>and take, in tokens</source>
        <translation>und verbrauchen, in Token</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>und {count} weitere</translation>
    </message>
    <message>
        <source>and {count} more; type its id</source>
        <translation>und {count} weitere; ID eingeben</translation>
    </message>
    <message>
        <source>another piece of the file than was asked for</source>
        <translation>ein anderes Stück der Datei als das angeforderte</translation>
    </message>
    <message>
        <source>answers at {address}</source>
        <translation>antwortet unter {address}</translation>
    </message>
    <message>
        <source>answers in {names}</source>
        <translation>antwortet in {names}</translation>
    </message>
    <message>
        <source>any JSON</source>
        <translation>beliebiges JSON</translation>
    </message>
    <message>
        <source>anyone on the internet can read from it</source>
        <translation>jeder im Internet kann daraus lesen</translation>
    </message>
    <message>
        <source>archive</source>
        <translation>Archiv</translation>
    </message>
    <message>
        <source>are asked about</source>
        <translation>werden erfragt</translation>
    </message>
    <message>
        <source>asks for an MFA code</source>
        <translation>verlangt einen MFA-Code</translation>
    </message>
    <message>
        <source>assessed</source>
        <translation>bewertet</translation>
    </message>
    <message>
        <source>associate</source>
        <translation>zuordnen</translation>
    </message>
    <message>
        <source>associated</source>
        <translation>zugeordnet</translation>
    </message>
    <message>
        <source>at least {count} objects</source>
        <translation>mindestens {count} Objekte</translation>
    </message>
    <message>
        <source>at least {count} resources</source>
        <translation>mindestens {count} Ressourcen</translation>
    </message>
    <message>
        <source>at least {count} versions</source>
        <translation>mindestens {count} Versionen</translation>
    </message>
    <message>
        <source>attach</source>
        <translation>anhängen</translation>
    </message>
    <message>
        <source>attached to nothing</source>
        <translation>an nichts angehängt</translation>
    </message>
    <message>
        <source>attached to {machine}</source>
        <translation>angehängt an {machine}</translation>
    </message>
    <message>
        <source>attached to {places}</source>
        <translation>angehängt an {places}</translation>
    </message>
    <message>
        <source>authorize</source>
        <translation>berechtigen</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>available</source>
        <translation>verfügbar</translation>
    </message>
    <message>
        <source>baton audit lists the entries.</source>
        <translation>baton audit listet die Einträge auf.</translation>
    </message>
    <message>
        <source>baton aws find looks for operations.</source>
        <translation>baton aws find sucht nach Operationen.</translation>
    </message>
    <message>
        <source>baton history backups list shows those there are.</source>
        <translation>baton history backups list zeigt die vorhandenen.</translation>
    </message>
    <message>
        <source>baton keys list shows those there are.</source>
        <translation>baton keys list zeigt die vorhandenen.</translation>
    </message>
    <message>
        <source>baton models --refresh lists those you can use.</source>
        <translation>baton models --refresh listet die verwendbaren auf.</translation>
    </message>
    <message>
        <source>baton models lists those you can use.</source>
        <translation>baton models zeigt, welche nutzbar sind.</translation>
    </message>
    <message>
        <source>before a restore</source>
        <translation>vor einer Wiederherstellung</translation>
    </message>
    <message>
        <source>before an upgrade</source>
        <translation>vor einer Aktualisierung</translation>
    </message>
    <message>
        <source>being checked</source>
        <translation>wird geprüft</translation>
    </message>
    <message>
        <source>being deleted</source>
        <translation>wird gelöscht</translation>
    </message>
    <message>
        <source>bin</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>brief, thorough</source>
        <translation>kurz, gründlich</translation>
    </message>
    <message>
        <source>bucket</source>
        <translation>Bucket</translation>
    </message>
    <message>
        <source>built</source>
        <translation>gebaut</translation>
    </message>
    <message>
        <source>bulk_above is a whole number from 0 to {most}.</source>
        <translation>bulk_above ist eine ganze Zahl von 0 bis {most}.</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>call</source>
        <translation>Aufruf</translation>
    </message>
    <message>
        <source>called as {names}</source>
        <translation>aufgerufen als {names}</translation>
    </message>
    <message>
        <source>called {names}</source>
        <translation>genannt {names}</translation>
    </message>
    <message>
        <source>calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>calls that destroy</source>
        <translation>zerstörende Aufrufe</translation>
    </message>
    <message>
        <source>cancel</source>
        <translation>abbrechen</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>certificate manager</source>
        <translation>Certificate Manager</translation>
    </message>
    <message>
        <source>change</source>
        <translation>ändern</translation>
    </message>
    <message>
        <source>changed {day}</source>
        <translation>geändert am {day}</translation>
    </message>
    <message>
        <source>changes of permissions</source>
        <translation>Änderungen von Berechtigungen</translation>
    </message>
    <message>
        <source>chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>chats</source>
        <translation>Chats</translation>
    </message>
    <message>
        <source>choose…</source>
        <translation>auswählen…</translation>
    </message>
    <message>
        <source>cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>column {name}</source>
        <translation>Spalte {name}</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>vollständig</translation>
    </message>
    <message>
        <source>complete or stopped</source>
        <translation>vollständig oder angehalten</translation>
    </message>
    <message>
        <source>completion</source>
        <translation>Vervollständigung</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>verbunden</translation>
    </message>
    <message>
        <source>copied by {names}</source>
        <translation>kopiert von {names}</translation>
    </message>
    <message>
        <source>copied to {names}</source>
        <translation>kopiert nach {names}</translation>
    </message>
    <message>
        <source>copies in {regions}</source>
        <translation>Kopien in {regions}</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>kopieren</translation>
    </message>
    <message>
        <source>cost unknown</source>
        <translation>Kosten unbekannt</translation>
    </message>
    <message>
        <source>create</source>
        <translation>erstellen</translation>
    </message>
    <message>
        <source>created</source>
        <translation>erstellt</translation>
    </message>
    <message>
        <source>cut at the limit</source>
        <translation>an der Grenze gekürzt</translation>
    </message>
    <message>
        <source>database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>database cluster</source>
        <translation>Datenbank-Cluster</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>löschen</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>deleted in {days} days</source>
        <translation>gelöscht in {days} Tagen</translation>
    </message>
    <message>
        <source>deletion protection on</source>
        <translation>Löschschutz an</translation>
    </message>
    <message>
        <source>deployed</source>
        <translation>bereitgestellt</translation>
    </message>
    <message>
        <source>deregister</source>
        <translation>abmelden</translation>
    </message>
    <message>
        <source>deregistered</source>
        <translation>abgemeldet</translation>
    </message>
    <message>
        <source>describe</source>
        <translation>beschreiben</translation>
    </message>
    <message>
        <source>destructive</source>
        <translation>zerstörend</translation>
    </message>
    <message>
        <source>detach</source>
        <translation>abhängen</translation>
    </message>
    <message>
        <source>detached</source>
        <translation>abgehängt</translation>
    </message>
    <message>
        <source>disable</source>
        <translation>deaktivieren</translation>
    </message>
    <message>
        <source>disassociate</source>
        <translation>trennen</translation>
    </message>
    <message>
        <source>disassociated</source>
        <translation>gelöst</translation>
    </message>
    <message>
        <source>disconnected</source>
        <translation>getrennt</translation>
    </message>
    <message>
        <source>display</source>
        <translation>Bildschirm</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>done in {duration}</source>
        <translation>erledigt in {duration}</translation>
    </message>
    <message>
        <source>done, {how_far}</source>
        <translation>erledigt, {how_far}</translation>
    </message>
    <message>
        <source>dry run</source>
        <translation>Probelauf</translation>
    </message>
    <message>
        <source>e-mail address</source>
        <translation>E-Mail-Adresse</translation>
    </message>
    <message>
        <source>embeddings</source>
        <translation>Embeddings</translation>
    </message>
    <message>
        <source>enable</source>
        <translation>aktivieren</translation>
    </message>
    <message>
        <source>enabled</source>
        <translation>eingeschaltet</translation>
    </message>
    <message>
        <source>encrypted</source>
        <translation>verschlüsselt</translation>
    </message>
    <message>
        <source>encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>entry {number}</source>
        <translation>Eintrag {number}</translation>
    </message>
    <message>
        <source>entry {number}: {problem}</source>
        <translation>Eintrag {number}: {problem}</translation>
    </message>
    <message>
        <source>every port</source>
        <translation>jeder Port</translation>
    </message>
    <message>
        <source>everywhere</source>
        <translation>überall</translation>
    </message>
    <message>
        <source>execute</source>
        <translation>ausführen</translation>
    </message>
    <message>
        <source>export</source>
        <translation>exportieren</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>fault</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>fed by {names}</source>
        <translation>gespeist von {names}</translation>
    </message>
    <message>
        <source>files should be an object</source>
        <translation>files sollte ein Objekt sein</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>filtern</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>for {services}</source>
        <translation>für {services}</translation>
    </message>
    <message>
        <source>found by a check</source>
        <translation>bei einer Prüfung festgestellt</translation>
    </message>
    <message>
        <source>free</source>
        <translation>kostenlos</translation>
    </message>
    <message>
        <source>fulfilled</source>
        <translation>erfüllt</translation>
    </message>
    <message>
        <source>function</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>get</source>
        <translation>abrufen</translation>
    </message>
    <message>
        <source>gets traffic from {names}</source>
        <translation>bekommt Verkehr von {names}</translation>
    </message>
    <message>
        <source>give any role any policy</source>
        <translation>jeder Rolle jede Richtlinie geben</translation>
    </message>
    <message>
        <source>give any role any right</source>
        <translation>jeder Rolle jedes Recht geben</translation>
    </message>
    <message>
        <source>give any user a password</source>
        <translation>jedem Benutzer ein Kennwort geben</translation>
    </message>
    <message>
        <source>give any user any policy</source>
        <translation>jedem Benutzer jede Richtlinie geben</translation>
    </message>
    <message>
        <source>give any user any right</source>
        <translation>jedem Benutzer jedes Recht geben</translation>
    </message>
    <message>
        <source>given</source>
        <translation>gegeben</translation>
    </message>
    <message>
        <source>given before</source>
        <translation>früher gegeben</translation>
    </message>
    <message>
        <source>given to nobody</source>
        <translation>niemandem gegeben</translation>
    </message>
    <message>
        <source>given to {names}</source>
        <translation>gegeben an {names}</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>weg</translation>
    </message>
    <message>
        <source>gpu</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>group {name}</source>
        <translation>Gruppe {name}</translation>
    </message>
    <message>
        <source>hand any role to a service</source>
        <translation>jede Rolle an einen Dienst geben</translation>
    </message>
    <message>
        <source>has {names}</source>
        <translation>hat {names}</translation>
    </message>
    <message>
        <source>high</source>
        <translation>hoch</translation>
    </message>
    <message>
        <source>host name</source>
        <translation>Rechnername</translation>
    </message>
    <message>
        <source>image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>image {names} is made of it</source>
        <translation>Image {names} besteht daraus</translation>
    </message>
    <message>
        <source>import</source>
        <translation>importieren</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>importiert</translation>
    </message>
    <message>
        <source>in Auto Scaling group {name}</source>
        <translation>in der Auto-Scaling-Gruppe {name}</translation>
    </message>
    <message>
        <source>in cluster {name}</source>
        <translation>im Cluster {name}</translation>
    </message>
    <message>
        <source>in memory now</source>
        <translation>jetzt im Speicher</translation>
    </message>
    <message>
        <source>in service</source>
        <translation>in Betrieb</translation>
    </message>
    <message>
        <source>in the cloud</source>
        <translation>in der Cloud</translation>
    </message>
    <message>
        <source>in two zones</source>
        <translation>in zwei Zonen</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>in Gebrauch</translation>
    </message>
    <message>
        <source>in {accounts}</source>
        <translation>in {accounts}</translation>
    </message>
    <message>
        <source>in {place}</source>
        <translation>in {place}</translation>
    </message>
    <message>
        <source>in {regions}</source>
        <translation>in {regions}</translation>
    </message>
    <message>
        <source>inactive</source>
        <translation>inaktiv</translation>
    </message>
    <message>
        <source>info</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>instance</source>
        <translation>Instanz</translation>
    </message>
    <message>
        <source>instead of {model}</source>
        <translation>statt {model}</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>unterbrochen</translation>
    </message>
    <message>
        <source>interrupted, {how_far}</source>
        <translation>unterbrochen, {how_far}</translation>
    </message>
    <message>
        <source>interrupted: Baton ended while this was written</source>
        <translation>unterbrochen: Baton endete, während dies geschrieben wurde</translation>
    </message>
    <message>
        <source>invoke</source>
        <translation>aufrufen</translation>
    </message>
    <message>
        <source>issued</source>
        <translation>ausgestellt</translation>
    </message>
    <message>
        <source>it allows everything everywhere. Say what or where, as in risks or accounts.</source>
        <translation>sie erlaubt alles überall. Sagen, was oder wo, etwa mit risks oder accounts.</translation>
    </message>
    <message>
        <source>it asks about a {thing}</source>
        <translation>sie fragt nach: {thing}</translation>
    </message>
    <message>
        <source>it asks after {thing} in an AWS account</source>
        <translation>sie fragt in einem AWS-Konto nach: {thing}</translation>
    </message>
    <message>
        <source>it asks for code</source>
        <translation>sie fragt nach Code</translation>
    </message>
    <message>
        <source>it asks for something in {language}</source>
        <translation>sie fragt nach etwas in {language}</translation>
    </message>
    <message>
        <source>it asks for something in {service}</source>
        <translation>sie verlangt etwas in {service}</translation>
    </message>
    <message>
        <source>it asks for {service} {operation}</source>
        <translation>sie verlangt {service} {operation}</translation>
    </message>
    <message>
        <source>it asks for {thing} in an AWS account</source>
        <translation>sie verlangt in einem AWS-Konto: {thing}</translation>
    </message>
    <message>
        <source>it calls itself without end</source>
        <translation>sie ruft sich endlos selbst auf</translation>
    </message>
    <message>
        <source>it cannot be read: {why}.</source>
        <translation>es ist nicht lesbar: {why}.</translation>
    </message>
    <message>
        <source>it cannot be written</source>
        <translation>er ist nicht beschreibbar</translation>
    </message>
    <message>
        <source>it comes with a file of code</source>
        <translation>eine Datei mit Code liegt bei</translation>
    </message>
    <message>
        <source>it comes with a picture</source>
        <translation>ein Bild liegt bei</translation>
    </message>
    <message>
        <source>it computes too large a number</source>
        <translation>sie errechnet eine zu große Zahl</translation>
    </message>
    <message>
        <source>it ends after since, and at most {hours} hours after.</source>
        <translation>es endet nach since, und zwar höchstens {hours} Stunden danach.</translation>
    </message>
    <message>
        <source>it ends in a backslash</source>
        <translation>es endet mit einem Backslash</translation>
    </message>
    <message>
        <source>it ends within its description</source>
        <translation>sie endet mitten in ihrer Beschreibung</translation>
    </message>
    <message>
        <source>it goes on with what was asked before</source>
        <translation>sie führt fort, was zuvor gefragt wurde</translation>
    </message>
    <message>
        <source>it has a &apos;)&apos; too many</source>
        <translation>es hat eine &apos;)&apos; zu viel</translation>
    </message>
    <message>
        <source>it has no key {unknown}.</source>
        <translation>es hat keinen Schlüssel {unknown}.</translation>
    </message>
    <message>
        <source>it has no messages</source>
        <translation>er hat keine Nachrichten</translation>
    </message>
    <message>
        <source>it has no verdict; there are {known}.</source>
        <translation>ihr fehlt ein Urteil; es gibt {known}.</translation>
    </message>
    <message>
        <source>it holds a fenced block of code</source>
        <translation>sie enthält einen Codeblock</translation>
    </message>
    <message>
        <source>it holds a secret</source>
        <translation>sie enthält etwas Geheimes</translation>
    </message>
    <message>
        <source>it holds lines of code</source>
        <translation>sie enthält Codezeilen</translation>
    </message>
    <message>
        <source>it holds no weights</source>
        <translation>sie enthält keine Gewichte</translation>
    </message>
    <message>
        <source>it is being tried again just now</source>
        <translation>wird gerade erneut versucht</translation>
    </message>
    <message>
        <source>it is larger than {most} KiB.</source>
        <translation>es ist größer als {most} KiB.</translation>
    </message>
    <message>
        <source>it is no UTF-8 text</source>
        <translation>es ist kein UTF-8-Text</translation>
    </message>
    <message>
        <source>it is no UTF-8 text.</source>
        <translation>es ist kein UTF-8-Text.</translation>
    </message>
    <message>
        <source>it is no conversation that Baton knows</source>
        <translation>er ist kein Chat, den Baton kennt</translation>
    </message>
    <message>
        <source>it is no file.</source>
        <translation>es ist keine Datei.</translation>
    </message>
    <message>
        <source>it is no object</source>
        <translation>er ist kein Objekt</translation>
    </message>
    <message>
        <source>it is none of the kinds with a rule of their own</source>
        <translation>sie gehört zu keiner Art mit eigener Regel</translation>
    </message>
    <message>
        <source>it is not valid YAML: {problem}</source>
        <translation>es ist kein gültiges YAML: {problem}</translation>
    </message>
    <message>
        <source>it is not valid YAML: {problem} (line {line}).</source>
        <translation>es ist kein gültiges YAML: {problem} (Zeile {line}).</translation>
    </message>
    <message>
        <source>it is not valid YAML: {problem}.</source>
        <translation>es ist kein gültiges YAML: {problem}.</translation>
    </message>
    <message>
        <source>it is private</source>
        <translation>sie ist privat</translation>
    </message>
    <message>
        <source>it is {count} characters long</source>
        <translation>sie ist {count} Zeichen lang</translation>
    </message>
    <message>
        <source>it looks ahead</source>
        <translation>es blickt voraus</translation>
    </message>
    <message>
        <source>it looks behind</source>
        <translation>es blickt zurück</translation>
    </message>
    <message>
        <source>it looks for the boundary of a word</source>
        <translation>es sucht nach einer Wortgrenze</translation>
    </message>
    <message>
        <source>it makes too large a text</source>
        <translation>sie macht einen zu großen Text</translation>
    </message>
    <message>
        <source>it makes too long a list</source>
        <translation>sie macht eine zu lange Liste</translation>
    </message>
    <message>
        <source>it names Unicode properties</source>
        <translation>es nennt Unicode-Eigenschaften</translation>
    </message>
    <message>
        <source>it names a code point that is no character</source>
        <translation>es nennt einen Codepunkt, der kein Zeichen ist</translation>
    </message>
    <message>
        <source>it names parts of a program</source>
        <translation>sie nennt Teile eines Programms</translation>
    </message>
    <message>
        <source>it names something in an AWS account</source>
        <translation>sie nennt etwas in einem AWS-Konto</translation>
    </message>
    <message>
        <source>it needs reads and columns.</source>
        <translation>es braucht reads und columns.</translation>
    </message>
    <message>
        <source>it refers back to a group</source>
        <translation>es verweist auf eine Gruppe zurück</translation>
    </message>
    <message>
        <source>it refers to {reference!r}, and there is no such place in it</source>
        <translation>es verweist auf {reference!r}, und darin gibt es keine solche Stelle</translation>
    </message>
    <message>
        <source>it sets flags</source>
        <translation>es setzt Flags</translation>
    </message>
    <message>
        <source>it takes about {tokens} tokens, too many for {model}</source>
        <translation>sie belegt etwa {tokens} Token, zu viele für {model}</translation>
    </message>
    <message>
        <source>it takes too much memory</source>
        <translation>sie braucht zu viel Speicher</translation>
    </message>
    <message>
        <source>it was not done after {seconds} seconds</source>
        <translation>sie war nach {seconds} Sekunden nicht fertig</translation>
    </message>
    <message>
        <source>it was written for a newer Baton (version {version}). Update Baton.</source>
        <translation>sie wurde für ein neueres Baton geschrieben (Version {version}). Baton aktualisieren.</translation>
    </message>
    <message>
        <source>it writes too much</source>
        <translation>sie schreibt zu viel</translation>
    </message>
    <message>
        <source>its link leads nowhere</source>
        <translation>ihre Verknüpfung führt ins Leere</translation>
    </message>
    <message>
        <source>its link leads round in a circle</source>
        <translation>ihre Verknüpfung führt im Kreis</translation>
    </message>
    <message>
        <source>its messages should be a list</source>
        <translation>seine Nachrichten sollten eine Liste sein</translation>
    </message>
    <message>
        <source>its name is none</source>
        <translation>der Name ist keiner</translation>
    </message>
    <message>
        <source>its schema is no text</source>
        <translation>sein Schema ist kein Text</translation>
    </message>
    <message>
        <source>its status checks pass</source>
        <translation>Statusprüfungen bestanden</translation>
    </message>
    <message>
        <source>its tables are not as Baton made them</source>
        <translation>seine Tabellen sind nicht, wie Baton sie angelegt hat</translation>
    </message>
    <message>
        <source>its {name} should be {words}</source>
        <translation>sein {name} sollte {words} sein</translation>
    </message>
    <message>
        <source>kept for ever</source>
        <translation>für immer behalten</translation>
    </message>
    <message>
        <source>kept {days} days</source>
        <translation>{days} Tage aufbewahrt</translation>
    </message>
    <message>
        <source>key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>keyring</source>
        <translation>Schlüsselbund</translation>
    </message>
    <message>
        <source>last signed in {signed_in}</source>
        <translation>zuletzt angemeldet am {signed_in}</translation>
    </message>
    <message>
        <source>last used {when}</source>
        <translation>zuletzt verwendet am {when}</translation>
    </message>
    <message>
        <source>leads nowhere</source>
        <translation>führt nirgendwohin</translation>
    </message>
    <message>
        <source>leads to</source>
        <translation>führt zu</translation>
    </message>
    <message>
        <source>leads to {target}</source>
        <translation>führt zu {target}</translation>
    </message>
    <message>
        <source>let in</source>
        <translation>eingelassen</translation>
    </message>
    <message>
        <source>line {number}</source>
        <translation>Zeile {number}</translation>
    </message>
    <message>
        <source>list</source>
        <translation>auflisten</translation>
    </message>
    <message>
        <source>listens on {ports}</source>
        <translation>lauscht auf {ports}</translation>
    </message>
    <message>
        <source>llama.cpp cannot follow this JSON schema.</source>
        <translation>llama.cpp kann diesem JSON-Schema nicht folgen.</translation>
    </message>
    <message>
        <source>llama.cpp could not go on with this answer.</source>
        <translation>llama.cpp konnte diese Antwort nicht fortsetzen.</translation>
    </message>
    <message>
        <source>llama.cpp could not make a vector of this text.</source>
        <translation>llama.cpp konnte aus diesem Text keinen Vektor machen.</translation>
    </message>
    <message>
        <source>llama.cpp could not read {name!r}.</source>
        <translation>llama.cpp konnte {name!r} nicht lesen.</translation>
    </message>
    <message>
        <source>llama.cpp does not start on this machine.</source>
        <translation>llama.cpp startet auf diesem Rechner nicht.</translation>
    </message>
    <message>
        <source>llama.cpp {version} (ggml {ggml}, llama-cpp-python {binding}), built for {backends}; uses {features}</source>
        <translation>llama.cpp {version} (ggml {ggml}, llama-cpp-python {binding}), gebaut für {backends}; verwendet {features}</translation>
    </message>
    <message>
        <source>llama.cpp&apos;s server listens on port 8080 unless told otherwise.</source>
        <translation>Der Server von llama.cpp lauscht auf Port 8080, wenn nichts anderes gesagt wird.</translation>
    </message>
    <message>
        <source>load balancer</source>
        <translation>Load Balancer</translation>
    </message>
    <message>
        <source>load balancing</source>
        <translation>Load-Balancing</translation>
    </message>
    <message>
        <source>locked ({mode})</source>
        <translation>gesperrt ({mode})</translation>
    </message>
    <message>
        <source>log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>log group</source>
        <translation>Log-Gruppe</translation>
    </message>
    <message>
        <source>low</source>
        <translation>niedrig</translation>
    </message>
    <message>
        <source>machines with the profile {names} use it</source>
        <translation>Maschinen mit dem Profil {names} verwenden sie</translation>
    </message>
    <message>
        <source>made by you</source>
        <translation>von Ihnen angelegt</translation>
    </message>
    <message numerus="yes">
        <source>made of 1 snapshot</source>
        <comment>made of {count} snapshots</comment>
        <translation>
            <numerusform>besteht aus 1 Snapshot</numerusform>
            <numerusform>besteht aus {count} Snapshots</numerusform>
        </translation>
    </message>
    <message>
        <source>make keys for any user</source>
        <translation>Schlüssel für jeden Benutzer anlegen</translation>
    </message>
    <message>
        <source>managed by AWS</source>
        <translation>von AWS verwaltet</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>mittel</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>message {number}</source>
        <translation>Nachricht {number}</translation>
    </message>
    <message>
        <source>message {number} should be an object</source>
        <translation>Nachricht {number} sollte ein Objekt sein</translation>
    </message>
    <message>
        <source>messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>modify</source>
        <translation>verändern</translation>
    </message>
    <message>
        <source>monthly cost unknown</source>
        <translation>monatliche Kosten unbekannt</translation>
    </message>
    <message>
        <source>more than can be shown here; copy the parameters to see all</source>
        <translation>mehr, als hier gezeigt werden kann; die Parameter kopieren, um alles zu sehen</translation>
    </message>
    <message>
        <source>more than one line has the id {ids}</source>
        <translation>mehr als eine Zeile hat die ID {ids}</translation>
    </message>
    <message>
        <source>more than the file</source>
        <translation>mehr als die Datei</translation>
    </message>
    <message>
        <source>name in an ARN</source>
        <translation>Name in einem ARN</translation>
    </message>
    <message>
        <source>name: {problem}</source>
        <translation>Name: {problem}</translation>
    </message>
    <message>
        <source>named by {name}</source>
        <translation>genannt von {name}</translation>
    </message>
    <message>
        <source>named in the settings</source>
        <translation>in den Einstellungen genannt</translation>
    </message>
    <message>
        <source>names with values</source>
        <translation>Namen mit Werten</translation>
    </message>
    <message>
        <source>network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>never run</source>
        <translation>laufen nie</translation>
    </message>
    <message>
        <source>never used, as far as AWS knows</source>
        <translation>nie verwendet, soweit AWS weiß</translation>
    </message>
    <message>
        <source>nightly</source>
        <translation>nächtlich</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>no AWS tools</source>
        <translation>keine AWS-Werkzeuge</translation>
    </message>
    <message>
        <source>no GPU layers</source>
        <translation>keine Schichten auf der GPU</translation>
    </message>
    <message>
        <source>no SQLite header</source>
        <translation>kein SQLite-Dateikopf</translation>
    </message>
    <message>
        <source>no chat template</source>
        <translation>keine Chat-Vorlage</translation>
    </message>
    <message>
        <source>no confirmed subscription</source>
        <translation>kein bestätigtes Abonnement</translation>
    </message>
    <message>
        <source>no deletion protection</source>
        <translation>kein Löschschutz</translation>
    </message>
    <message>
        <source>no list of files</source>
        <translation>keine Liste von Dateien</translation>
    </message>
    <message>
        <source>no list of models</source>
        <translation>keine Liste von Modellen</translation>
    </message>
    <message>
        <source>no model</source>
        <translation>kein Modell</translation>
    </message>
    <message>
        <source>no monthly cost</source>
        <translation>keine monatlichen Kosten</translation>
    </message>
    <message>
        <source>no proxy</source>
        <translation>keinen Proxy</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>kein Grund genannt</translation>
    </message>
    <message>
        <source>no resources</source>
        <translation>keine Ressourcen</translation>
    </message>
    <message>
        <source>no rows</source>
        <translation>keine Zeilen</translation>
    </message>
    <message>
        <source>no snapshot</source>
        <translation>kein Snapshot</translation>
    </message>
    <message>
        <source>no snapshot of it</source>
        <translation>kein Snapshot davon</translation>
    </message>
    <message>
        <source>no statement</source>
        <translation>keine Anweisung</translation>
    </message>
    <message>
        <source>no termination protection</source>
        <translation>kein Terminierungsschutz</translation>
    </message>
    <message>
        <source>no versioning</source>
        <translation>keine Versionierung</translation>
    </message>
    <message>
        <source>nobody knows {key} in a rule; there are {known}.</source>
        <translation>{key} ist in einer Regel unbekannt; es gibt {known}.</translation>
    </message>
    <message>
        <source>nobody knows {key}; there are {known}.</source>
        <translation>{key} ist unbekannt; es gibt {known}.</translation>
    </message>
    <message>
        <source>nobody says</source>
        <translation>niemand sagt es</translation>
    </message>
    <message>
        <source>node {node} names the parent {parent}, which does not stand before it</source>
        <translation>Knoten {node} nennt als Vorgänger {parent}, der nicht vor ihm steht</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>not Baton&apos;s database</source>
        <translation>nicht die Datenbank von Baton</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>nicht begonnen</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>nicht verschlüsselt</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>nicht gegeben</translation>
    </message>
    <message>
        <source>not let in</source>
        <translation>nicht eingelassen</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>nicht gesetzt</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>nicht vorhanden</translation>
    </message>
    <message>
        <source>not there now</source>
        <translation>jetzt nicht vorhanden</translation>
    </message>
    <message>
        <source>not there, or not to be read</source>
        <translation>nicht vorhanden oder nicht lesbar</translation>
    </message>
    <message>
        <source>not used as far as AWS knows</source>
        <translation>nicht verwendet, soweit AWS weiß</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>nothing inside</source>
        <translation>nichts darin</translation>
    </message>
    <message>
        <source>nothing was missing that the backup had</source>
        <translation>es fehlte nichts, was die Sicherung hatte</translation>
    </message>
    <message>
        <source>now {values}</source>
        <translation>jetzt {values}</translation>
    </message>
    <message>
        <source>nowhere</source>
        <translation>nirgendwohin</translation>
    </message>
    <message>
        <source>object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>of AWS&apos;s endpoint in {region}</source>
        <translation>des AWS-Endpunkts in {region}</translation>
    </message>
    <message>
        <source>of the model hub</source>
        <translation>des Modell-Hubs</translation>
    </message>
    <message>
        <source>of these cached</source>
        <translation>davon aus dem Cache</translation>
    </message>
    <message>
        <source>of {host}</source>
        <translation>von {host}</translation>
    </message>
    <message>
        <source>of {services}</source>
        <translation>von {services}</translation>
    </message>
    <message>
        <source>of {volume}</source>
        <translation>von {volume}</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>offline</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>on demand</source>
        <translation>nach Bedarf</translation>
    </message>
    <message>
        <source>one</source>
        <translation>einen</translation>
    </message>
    <message>
        <source>one of its files is damaged</source>
        <translation>eine seiner Dateien ist beschädigt</translation>
    </message>
    <message>
        <source>one of {choices} and {count} more</source>
        <translation>eines von {choices} und {count} weiteren</translation>
    </message>
    <message>
        <source>one redirection after another, without end</source>
        <translation>eine Umleitung nach der anderen, ohne Ende</translation>
    </message>
    <message numerus="yes">
        <source>one smaller one is not drawn</source>
        <comment>{count} smaller ones are not drawn</comment>
        <translation>
            <numerusform>ein kleinerer Wert ist nicht gezeichnet</numerusform>
            <numerusform>{count} kleinere sind nicht gezeichnet</numerusform>
        </translation>
    </message>
    <message>
        <source>online</source>
        <translation>online</translation>
    </message>
    <message>
        <source>only a rule that allows may end; this one says {verdict}.</source>
        <translation>nur eine erlaubende Regel darf enden; diese sagt {verdict}.</translation>
    </message>
    <message>
        <source>openai, or the name of an endpoint with OpenAI&apos;s /moderations. What models on this machine are told is never sent there.</source>
        <translation>openai oder der Name eines Endpunkts mit OpenAIs /moderations. Was Modellen auf diesem Rechner gesagt wird, geht nie dorthin.</translation>
    </message>
    <message>
        <source>others find it by name</source>
        <translation>andere finden ihn über den Namen</translation>
    </message>
    <message>
        <source>pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>per cent</source>
        <translation>Prozent</translation>
    </message>
    <message>
        <source>permissions</source>
        <translation>Berechtigungen</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>policy {name}</source>
        <translation>Richtlinie {name}</translation>
    </message>
    <message>
        <source>port {port}</source>
        <translation>Port {port}</translation>
    </message>
    <message>
        <source>ports {first} to {last}</source>
        <translation>Ports {first} bis {last}</translation>
    </message>
    <message>
        <source>preset {number}</source>
        <translation>Voreinstellung {number}</translation>
    </message>
    <message>
        <source>preset {number} ({name})</source>
        <translation>Voreinstellung {number} ({name})</translation>
    </message>
    <message>
        <source>price unknown</source>
        <translation>Preis unbekannt</translation>
    </message>
    <message>
        <source>prices of {date}</source>
        <translation>Preise vom {date}</translation>
    </message>
    <message>
        <source>private</source>
        <comment>a DNS zone or an image</comment>
        <translation>privat</translation>
    </message>
    <message>
        <source>private</source>
        <translation>privat</translation>
    </message>
    <message>
        <source>private: nothing leaves this machine</source>
        <translation>privat: Nichts verlässt diesen Rechner</translation>
    </message>
    <message>
        <source>profile {profile!r}, region {region}</source>
        <translation>Profil {profile!r}, Region {region}</translation>
    </message>
    <message>
        <source>prompt {number}</source>
        <translation>Prompt {number}</translation>
    </message>
    <message>
        <source>prompt {number} ({name})</source>
        <translation>Prompt {number} ({name})</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>vorgeschlagen</translation>
    </message>
    <message>
        <source>proposed by {model} (a model)</source>
        <translation>vorgeschlagen von {model} (einem Modell)</translation>
    </message>
    <message>
        <source>protects {names}</source>
        <translation>schützt {names}</translation>
    </message>
    <message>
        <source>providers</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>provisioned</source>
        <translation>bereitgestellt</translation>
    </message>
    <message>
        <source>public</source>
        <comment>a DNS zone or an image</comment>
        <translation>öffentlich</translation>
    </message>
    <message>
        <source>publish</source>
        <translation>veröffentlichen</translation>
    </message>
    <message>
        <source>purge</source>
        <translation>leeren</translation>
    </message>
    <message>
        <source>put</source>
        <translation>setzen</translation>
    </message>
    <message>
        <source>put any user into any group</source>
        <translation>jeden Benutzer in jede Gruppe setzen</translation>
    </message>
    <message>
        <source>query</source>
        <translation>abfragen</translation>
    </message>
    <message>
        <source>queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>reach must be region or global, not {given}.</source>
        <translation>reach muss region oder global sein, nicht {given}.</translation>
    </message>
    <message>
        <source>reached as {name}</source>
        <translation>erreichbar als {name}</translation>
    </message>
    <message>
        <source>read</source>
        <translation>lesend</translation>
    </message>
    <message>
        <source>read, sensitive-read or write</source>
        <translation>read, sensitive-read oder write</translation>
    </message>
    <message>
        <source>read_only is true or false.</source>
        <translation>read_only ist true oder false.</translation>
    </message>
    <message>
        <source>reads</source>
        <translation>lesende Aufrufe</translation>
    </message>
    <message>
        <source>reads that disclose secrets</source>
        <translation>lesende Aufrufe, die Geheimes offenlegen</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>reboot</source>
        <translation>neu starten</translation>
    </message>
    <message>
        <source>record</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>referred to by {names}</source>
        <translation>auf sie verweisen {names}</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>register</source>
        <translation>registrieren</translation>
    </message>
    <message>
        <source>registered</source>
        <translation>registriert</translation>
    </message>
    <message>
        <source>reject</source>
        <translation>ablehnen</translation>
    </message>
    <message>
        <source>release</source>
        <translation>freigeben</translation>
    </message>
    <message>
        <source>remove</source>
        <translation>entfernen</translation>
    </message>
    <message>
        <source>replace</source>
        <translation>ersetzen</translation>
    </message>
    <message>
        <source>required</source>
        <translation>erforderlich</translation>
    </message>
    <message>
        <source>reset</source>
        <translation>zurücksetzen</translation>
    </message>
    <message>
        <source>restore</source>
        <translation>wiederherstellen</translation>
    </message>
    <message>
        <source>restored</source>
        <translation>wiederhergestellt</translation>
    </message>
    <message>
        <source>revoke</source>
        <translation>widerrufen</translation>
    </message>
    <message>
        <source>rewrite any policy</source>
        <translation>jede Richtlinie umschreiben</translation>
    </message>
    <message>
        <source>role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>role {name}</source>
        <translation>Rolle {name}</translation>
    </message>
    <message>
        <source>role {owner} policy {name}</source>
        <translation>Rolle {owner}, Richtlinie {name}</translation>
    </message>
    <message>
        <source>rolled back</source>
        <translation>zurückgerollt</translation>
    </message>
    <message>
        <source>rotate</source>
        <translation>rotieren</translation>
    </message>
    <message>
        <source>rotated by itself</source>
        <translation>rotiert von selbst</translation>
    </message>
    <message>
        <source>row {number} of {table} refers to a row of {parent} that is not there</source>
        <translation>Zeile {number} von {table} verweist auf eine Zeile von {parent}, die es nicht gibt</translation>
    </message>
    <message>
        <source>rules are written as [[rules]].</source>
        <translation>rules werden als [[rules]] geschrieben.</translation>
    </message>
    <message>
        <source>run</source>
        <translation>starten</translation>
    </message>
    <message>
        <source>run without asking</source>
        <translation>laufen ohne Rückfrage</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>running, {how_far}</source>
        <translation>läuft, {how_far}</translation>
    </message>
    <message>
        <source>runs {names}</source>
        <translation>betreibt {names}</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>saves under $0.01 a month</source>
        <translation>spart unter 0,01 $ im Monat</translation>
    </message>
    <message>
        <source>say who may take any role</source>
        <translation>bestimmen, wer welche Rolle annehmen darf</translation>
    </message>
    <message>
        <source>scan</source>
        <translation>durchsuchen</translation>
    </message>
    <message>
        <source>schedule</source>
        <translation>einplanen</translation>
    </message>
    <message>
        <source>scheduled</source>
        <translation>geplant</translation>
    </message>
    <message>
        <source>search</source>
        <translation>suchen</translation>
    </message>
    <message>
        <source>secret</source>
        <translation>Secret</translation>
    </message>
    <message>
        <source>secrets</source>
        <translation>Geheimnisse</translation>
    </message>
    <message>
        <source>security group</source>
        <translation>Sicherheitsgruppe</translation>
    </message>
    <message>
        <source>send</source>
        <translation>senden</translation>
    </message>
    <message>
        <source>sends to {names}</source>
        <translation>sendet an {names}</translation>
    </message>
    <message>
        <source>sends what fails to another queue</source>
        <translation>sendet Gescheitertes an eine andere Warteschlange</translation>
    </message>
    <message>
        <source>sensitive read</source>
        <translation>Geheimes lesend</translation>
    </message>
    <message>
        <source>serves a website</source>
        <translation>liefert eine Website aus</translation>
    </message>
    <message>
        <source>service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>set</source>
        <translation>festlegen</translation>
    </message>
    <message>
        <source>shown now</source>
        <translation>jetzt zu sehen</translation>
    </message>
    <message>
        <source>sign in first</source>
        <translation>erst anmelden</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>signiert</translation>
    </message>
    <message>
        <source>signed in</source>
        <translation>angemeldet</translation>
    </message>
    <message>
        <source>signed in until {clock}</source>
        <translation>angemeldet bis {clock}</translation>
    </message>
    <message>
        <source>signed in, renews itself</source>
        <translation>angemeldet, erneuert sich selbst</translation>
    </message>
    <message>
        <source>since says when a trust was given; until, when it ends, is missing.</source>
        <translation>since sagt, wann ein Vertrauen gewährt wurde; until, wann es endet, fehlt.</translation>
    </message>
    <message>
        <source>snapshot</source>
        <translation>Snapshot</translation>
    </message>
    <message>
        <source>something else stands in its place</source>
        <translation>an ihrer Stelle steht etwas anderes</translation>
    </message>
    <message>
        <source>stable</source>
        <translation>stabil</translation>
    </message>
    <message>
        <source>stack</source>
        <translation>Stack</translation>
    </message>
    <message>
        <source>standby</source>
        <translation>in Bereitschaft</translation>
    </message>
    <message>
        <source>start</source>
        <translation>starten</translation>
    </message>
    <message>
        <source>started</source>
        <translation>gestartet</translation>
    </message>
    <message>
        <source>state</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>step {number}: {words}</source>
        <translation>Schritt {number}: {words}</translation>
    </message>
    <message numerus="yes">
        <source>step {steps} was not begun</source>
        <comment>steps {steps} were not begun</comment>
        <translation>
            <numerusform>Schritt {steps} wurde nicht begonnen</numerusform>
            <numerusform>die Schritte {steps} wurden nicht begonnen</numerusform>
        </translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>Schritt {step}</translation>
    </message>
    <message>
        <source>step {step} failed</source>
        <translation>Schritt {step} ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>step {step} is running</source>
        <translation>Schritt {step} läuft</translation>
    </message>
    <message>
        <source>step {step} was not begun</source>
        <translation>Schritt {step} wurde nicht begonnen</translation>
    </message>
    <message>
        <source>step {step} was refused</source>
        <translation>Schritt {step} wurde abgelehnt</translation>
    </message>
    <message>
        <source>step {step} was stopped at work</source>
        <translation>Schritt {step} wurde während der Arbeit angehalten</translation>
    </message>
    <message>
        <source>step {step} was stopped while AWS worked</source>
        <translation>Schritt {step} wurde angehalten, während AWS arbeitete</translation>
    </message>
    <message>
        <source>steps {first} to {last}</source>
        <translation>Schritte {first} bis {last}</translation>
    </message>
    <message>
        <source>steps {steps}</source>
        <translation>Schritte {steps}</translation>
    </message>
    <message>
        <source>still being written</source>
        <translation>wird noch geschrieben</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>stoppen</translation>
    </message>
    <message>
        <source>stop takes a list of texts that are not empty.</source>
        <translation>stop nimmt eine Liste von Texten, die nicht leer sind.</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>stopped, {how_far}</source>
        <translation>angehalten, {how_far}</translation>
    </message>
    <message>
        <source>subnet</source>
        <translation>Subnetz</translation>
    </message>
    <message>
        <source>subscribe</source>
        <translation>abonnieren</translation>
    </message>
    <message>
        <source>successful</source>
        <translation>erfolgreich</translation>
    </message>
    <message>
        <source>system: whatever this machine&apos;s settings or HTTPS_PROXY name. none: no proxy. Or an address, as in http://user@proxy.example.com:3128; its password is kept with: baton keys set proxy. What runs on this machine is always reached without.</source>
        <translation>system: was die Einstellungen dieses Rechners oder HTTPS_PROXY nennen. none: kein Proxy. Oder eine Adresse wie http://user@proxy.example.com:3128; ihr Passwort wird aufbewahrt mit: baton keys set proxy. Was auf diesem Rechner läuft, wird immer ohne erreicht.</translation>
    </message>
    <message>
        <source>table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>tag</source>
        <translation>mit Tags versehen</translation>
    </message>
    <message>
        <source>tag {tag}</source>
        <translation>Tag {tag}</translation>
    </message>
    <message>
        <source>take any role</source>
        <translation>jede Rolle annehmen</translation>
    </message>
    <message>
        <source>target group</source>
        <translation>Zielgruppe</translation>
    </message>
    <message>
        <source>target group {name}</source>
        <translation>Zielgruppe {name}</translation>
    </message>
    <message>
        <source>target of {names}</source>
        <translation>Ziel von {names}</translation>
    </message>
    <message>
        <source>terminate</source>
        <translation>terminieren</translation>
    </message>
    <message>
        <source>terminated</source>
        <translation>terminiert</translation>
    </message>
    <message>
        <source>termination protection on</source>
        <translation>Terminierungsschutz an</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>text that looks like a placeholder</source>
        <translation>Text, der wie ein Platzhalter aussieht</translation>
    </message>
    <message>
        <source>text, or {&quot;base64&quot;: &quot;…&quot;}</source>
        <translation>Text oder {&quot;base64&quot;: &quot;…&quot;}</translation>
    </message>
    <message>
        <source>that</source>
        <translation>das</translation>
    </message>
    <message>
        <source>that touch only what is tagged {tags}</source>
        <translation>nur an Ressourcen mit dem Tag {tags}</translation>
    </message>
    <message>
        <source>that touch what is tagged {tags}</source>
        <translation>an Ressourcen mit dem Tag {tags}</translation>
    </message>
    <message>
        <source>the NAT gateway</source>
        <translation>NAT-Gateway</translation>
    </message>
    <message>
        <source>the VPC</source>
        <translation>VPC</translation>
    </message>
    <message>
        <source>the access key</source>
        <translation>Zugriffsschlüssel</translation>
    </message>
    <message>
        <source>the address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>the alias</source>
        <translation>Alias</translation>
    </message>
    <message>
        <source>the block of public access</source>
        <translation>Sperre des öffentlichen Zugriffs</translation>
    </message>
    <message>
        <source>the bucket</source>
        <translation>Bucket</translation>
    </message>
    <message>
        <source>the bucket&apos;s ACL</source>
        <translation>ACL des Buckets</translation>
    </message>
    <message>
        <source>the bucket&apos;s CORS rules</source>
        <translation>CORS-Regeln des Buckets</translation>
    </message>
    <message>
        <source>the bucket&apos;s access logs</source>
        <translation>Zugriffsprotokolle des Buckets</translation>
    </message>
    <message>
        <source>the bucket&apos;s encryption</source>
        <translation>Verschlüsselung des Buckets</translation>
    </message>
    <message>
        <source>the bucket&apos;s lifecycle</source>
        <translation>Lebenszyklus des Buckets</translation>
    </message>
    <message>
        <source>the bucket&apos;s notifications</source>
        <translation>Benachrichtigungen des Buckets</translation>
    </message>
    <message>
        <source>the bucket&apos;s policy</source>
        <translation>Richtlinie des Buckets</translation>
    </message>
    <message>
        <source>the bucket&apos;s replication</source>
        <translation>Replikation des Buckets</translation>
    </message>
    <message>
        <source>the bucket&apos;s tags</source>
        <translation>Tags des Buckets</translation>
    </message>
    <message>
        <source>the bucket&apos;s website</source>
        <translation>Website des Buckets</translation>
    </message>
    <message>
        <source>the call</source>
        <translation>der Aufruf</translation>
    </message>
    <message>
        <source>the calls of {title}</source>
        <translation>die Aufrufe von {title}</translation>
    </message>
    <message>
        <source>the cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>the console password</source>
        <translation>Konsolenkennwort</translation>
    </message>
    <message>
        <source>the default network</source>
        <translation>das Standardnetz</translation>
    </message>
    <message>
        <source>the demo account</source>
        <translation>das Demokonto</translation>
    </message>
    <message>
        <source>the disk or the system refused it</source>
        <translation>der Datenträger oder das System hat es verweigert</translation>
    </message>
    <message>
        <source>the environment</source>
        <translation>der Umgebung</translation>
    </message>
    <message>
        <source>the escape \{character} means nothing</source>
        <translation>die Escape-Folge \{character} bedeutet nichts</translation>
    </message>
    <message>
        <source>the escape \{kind} needs hexadecimal digits</source>
        <translation>die Escape-Folge \{kind} braucht hexadezimale Ziffern</translation>
    </message>
    <message>
        <source>the expression of {where} cannot be read: {problem}</source>
        <translation>der Ausdruck von {where} ist nicht lesbar: {problem}</translation>
    </message>
    <message>
        <source>the fix {title} calls nothing.</source>
        <translation>die Behebung {title} ruft nichts auf.</translation>
    </message>
    <message>
        <source>the function&apos;s reserved concurrency</source>
        <translation>reservierte Nebenläufigkeit der Funktion</translation>
    </message>
    <message>
        <source>the group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>the image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>the inline policy</source>
        <translation>Inline-Richtlinie</translation>
    </message>
    <message>
        <source>the instance profile</source>
        <translation>Instanzprofil</translation>
    </message>
    <message>
        <source>the internet gateway</source>
        <translation>Internet-Gateway</translation>
    </message>
    <message>
        <source>the key pair</source>
        <translation>Schlüsselpaar</translation>
    </message>
    <message>
        <source>the key&apos;s policy</source>
        <translation>Richtlinie des Schlüssels</translation>
    </message>
    <message>
        <source>the launch template</source>
        <translation>Startvorlage</translation>
    </message>
    <message>
        <source>the load balancer</source>
        <translation>Load Balancer</translation>
    </message>
    <message>
        <source>the log group</source>
        <translation>Log-Gruppe</translation>
    </message>
    <message>
        <source>the message it shows is not there</source>
        <translation>die gezeigte Nachricht ist nicht da</translation>
    </message>
    <message>
        <source>the name of a group does not end</source>
        <translation>der Name einer Gruppe endet nicht</translation>
    </message>
    <message>
        <source>the network ACL</source>
        <translation>Netzwerk-ACL</translation>
    </message>
    <message>
        <source>the network interface</source>
        <translation>Netzwerkschnittstelle</translation>
    </message>
    <message>
        <source>the object&apos;s tags</source>
        <translation>Tags des Objekts</translation>
    </message>
    <message numerus="yes">
        <source>the oldest turn</source>
        <comment>the {count} oldest turns</comment>
        <translation>
            <numerusform>der älteste Beitrag</numerusform>
            <numerusform>die {count} ältesten Beiträge</numerusform>
        </translation>
    </message>
    <message>
        <source>the parameter</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>the parameters of {where}</source>
        <translation>die Parameter von {where}</translation>
    </message>
    <message>
        <source>the peering connection</source>
        <translation>Peering-Verbindung</translation>
    </message>
    <message>
        <source>the placement group</source>
        <translation>Platzierungsgruppe</translation>
    </message>
    <message>
        <source>the policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>the proxy {address}, named by {origin}</source>
        <translation>den Proxy {address}, genannt von {origin}</translation>
    </message>
    <message>
        <source>the queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>the repository</source>
        <translation>Repository</translation>
    </message>
    <message>
        <source>the result of {tool}</source>
        <translation>das Ergebnis von {tool}</translation>
    </message>
    <message>
        <source>the role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>the route table</source>
        <translation>Routentabelle</translation>
    </message>
    <message>
        <source>the rule in line {line}</source>
        <translation>die Regel in Zeile {line}</translation>
    </message>
    <message>
        <source>the secret</source>
        <translation>Secret</translation>
    </message>
    <message>
        <source>the security group</source>
        <translation>Sicherheitsgruppe</translation>
    </message>
    <message>
        <source>the settings</source>
        <translation>den Einstellungen</translation>
    </message>
    <message>
        <source>the sign-in has expired</source>
        <translation>die Anmeldung ist abgelaufen</translation>
    </message>
    <message>
        <source>the snapshot</source>
        <translation>Snapshot</translation>
    </message>
    <message>
        <source>the stack</source>
        <translation>Stack</translation>
    </message>
    <message>
        <source>the subnet</source>
        <translation>Subnetz</translation>
    </message>
    <message>
        <source>the subscription</source>
        <translation>Abonnement</translation>
    </message>
    <message>
        <source>the system</source>
        <translation>dem System</translation>
    </message>
    <message>
        <source>the system prompt of a chat</source>
        <translation>den System-Prompt eines Chats</translation>
    </message>
    <message>
        <source>the table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>the target group</source>
        <translation>Zielgruppe</translation>
    </message>
    <message>
        <source>the topic</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>the user</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>the volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>then {step}</source>
        <translation>dann {step}</translation>
    </message>
    <message>
        <source>there</source>
        <translation>vorhanden</translation>
    </message>
    <message>
        <source>there are more than {most} rules.</source>
        <translation>es gibt mehr als {most} Regeln.</translation>
    </message>
    <message>
        <source>there is more to load</source>
        <translation>es gibt mehr zu laden</translation>
    </message>
    <message>
        <source>thinking</source>
        <translation>Nachdenken</translation>
    </message>
    <message>
        <source>this</source>
        <translation>dies</translation>
    </message>
    <message>
        <source>this chat is private</source>
        <translation>dieser Chat ist privat</translation>
    </message>
    <message>
        <source>this chat&apos;s budget of {amount}</source>
        <translation>das Budget dieses Chats von {amount}</translation>
    </message>
    <message>
        <source>this month&apos;s budget of {amount}</source>
        <translation>das Budget dieses Monats von {amount}</translation>
    </message>
    <message>
        <source>this number</source>
        <translation>diese Zahl</translation>
    </message>
    <message>
        <source>this run&apos;s budget of {amount}</source>
        <translation>das Budget dieses Laufs von {amount}</translation>
    </message>
    <message>
        <source>through {operations}</source>
        <translation>durch {operations}</translation>
    </message>
    <message>
        <source>today&apos;s budget of {amount}</source>
        <translation>das heutige Budget von {amount}</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>topic</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>transfer acceleration</source>
        <translation>Übertragungsbeschleunigung</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>two of its messages have the same id</source>
        <translation>zwei seiner Nachrichten haben dieselbe ID</translation>
    </message>
    <message>
        <source>two of its messages have the same messageId</source>
        <translation>zwei seiner Nachrichten haben dieselbe messageId</translation>
    </message>
    <message>
        <source>two of its messages have the same uuid</source>
        <translation>zwei seiner Nachrichten haben dieselbe uuid</translation>
    </message>
    <message>
        <source>two of its messages or actions have the same id</source>
        <translation>zwei seiner Nachrichten oder Aktionen haben dieselbe ID</translation>
    </message>
    <message>
        <source>two rules are named {name}.</source>
        <translation>zwei Regeln heißen {name}.</translation>
    </message>
    <message>
        <source>under $0.01 a month</source>
        <translation>unter 0,01 $ im Monat</translation>
    </message>
    <message>
        <source>under {money}</source>
        <translation>unter {money}</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>rückgängig gemacht</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>unsubscribe</source>
        <translation>Abonnement beenden</translation>
    </message>
    <message>
        <source>untag</source>
        <translation>Tags entfernen</translation>
    </message>
    <message>
        <source>update</source>
        <translation>aktualisieren</translation>
    </message>
    <message>
        <source>updated</source>
        <translation>aktualisiert</translation>
    </message>
    <message>
        <source>upload</source>
        <translation>hochladen</translation>
    </message>
    <message numerus="yes">
        <source>used by 1 network interface</source>
        <comment>used by {count} network interfaces</comment>
        <translation>
            <numerusform>verwendet von 1 Netzwerkschnittstelle</numerusform>
            <numerusform>verwendet von {count} Netzwerkschnittstellen</numerusform>
        </translation>
    </message>
    <message>
        <source>used by no network interface</source>
        <translation>von keiner Netzwerkschnittstelle verwendet</translation>
    </message>
    <message>
        <source>user</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>user {name}</source>
        <translation>Benutzer {name}</translation>
    </message>
    <message>
        <source>user {owner} policy {name}</source>
        <translation>Benutzer {owner}, Richtlinie {name}</translation>
    </message>
    <message>
        <source>validated</source>
        <translation>validiert</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>version is {version}.</source>
        <translation>version ist {version}.</translation>
    </message>
    <message>
        <source>version {version}</source>
        <translation>Version {version}</translation>
    </message>
    <message>
        <source>versioning {state}</source>
        <translation>Versionierung {state}</translation>
    </message>
    <message>
        <source>vllm serve listens on port 8000 unless told otherwise.</source>
        <translation>vllm serve lauscht auf Port 8000, wenn nichts anderes gesagt wird.</translation>
    </message>
    <message>
        <source>volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>waiting for you</source>
        <translation>wartet auf Bestätigung</translation>
    </message>
    <message>
        <source>waiting for you, {how_far}</source>
        <translation>wartet auf Bestätigung, {how_far}</translation>
    </message>
    <message>
        <source>want a name typed</source>
        <translation>verlangen die Eingabe eines Namens</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>website</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation>Wochen</translation>
    </message>
    <message>
        <source>what allows for a time says for which risks, and they are {trusted}.</source>
        <translation>was auf Zeit erlaubt, nennt die Risiken dazu, und zwar {trusted}.</translation>
    </message>
    <message>
        <source>what allows writes for a time says in which accounts.</source>
        <translation>was Änderndes auf Zeit erlaubt, nennt die Konten dazu.</translation>
    </message>
    <message>
        <source>what it encrypted is not known to AWS</source>
        <translation>was er verschlüsselt hat, weiß AWS nicht</translation>
    </message>
    <message>
        <source>who owns its objects</source>
        <translation>wem die Objekte gehören</translation>
    </message>
    <message>
        <source>who pays for requests</source>
        <translation>wer für Anfragen bezahlt</translation>
    </message>
    <message>
        <source>with a second factor</source>
        <translation>mit zweitem Faktor</translation>
    </message>
    <message>
        <source>without a second factor</source>
        <translation>ohne zweiten Faktor</translation>
    </message>
    <message>
        <source>word of yours</source>
        <translation>eigenes Wort</translation>
    </message>
    <message>
        <source>works</source>
        <translation>geht</translation>
    </message>
    <message>
        <source>write</source>
        <translation>ändernd</translation>
    </message>
    <message>
        <source>writes</source>
        <translation>ändernde Aufrufe</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>you want it kept on this machine</source>
        <translation>es soll auf diesem Rechner bleiben</translation>
    </message>
    <message>
        <source>your corrections of models</source>
        <translation>Ihre Berichtigungen von Modellen</translation>
    </message>
    <message>
        <source>your presets of parameters</source>
        <translation>Ihre Voreinstellungen für Parameter</translation>
    </message>
    <message>
        <source>yours</source>
        <comment>of a playbook</comment>
        <translation>eigenes</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>eigener</translation>
    </message>
    <message>
        <source>{accounts} are the same AWS account {number}, so it stands here {count} times.</source>
        <translation>{accounts} sind dasselbe AWS-Konto {number}, daher steht es hier {count}-mal.</translation>
    </message>
    <message>
        <source>{account} may not perform {operation}: {said}</source>
        <translation>{account} darf {operation} nicht ausführen: {said}</translation>
    </message>
    <message>
        <source>{account} wants the code that your MFA device shows now.</source>
        <translation>{account} verlangt den Code, den das MFA-Gerät jetzt zeigt.</translation>
    </message>
    <message>
        <source>{account} · all regions</source>
        <translation>{account} · alle Regionen</translation>
    </message>
    <message>
        <source>{actions} depends on conditions that the simulator is not told. {advice}</source>
        <translation>{actions} hängt von Bedingungen ab, die der Simulator nicht erfährt. {advice}</translation>
    </message>
    <message>
        <source>{actions} is not allowed on everything, but may be on this resource. {advice}</source>
        <translation>{actions} ist nicht für alles erlaubt, aber vielleicht für diese Ressource. {advice}</translation>
    </message>
    <message>
        <source>{active} of them active</source>
        <translation>{active} davon aktiv</translation>
    </message>
    <message>
        <source>{adapter!r} is for {kind} models, and {model!r} is a {other} model.</source>
        <translation>{adapter!r} ist für Modelle der Art {kind}, und {model!r} ist eines der Art {other}.</translation>
    </message>
    <message>
        <source>{adapter!r} is for {kind} models, and {model!r} is an adapter itself.</source>
        <translation>{adapter!r} ist für Modelle der Art {kind}, und {model!r} ist selbst ein Adapter.</translation>
    </message>
    <message>
        <source>{amount} a month</source>
        <translation>{amount} im Monat</translation>
    </message>
    <message>
        <source>{arn} names account {account}, not {own_account} and region {region}, not {own_region}.</source>
        <translation>{arn} nennt Konto {account}, nicht {own_account}, und Region {region}, nicht {own_region}.</translation>
    </message>
    <message>
        <source>{arn} names account {account}, not {own_account}.</source>
        <translation>{arn} nennt Konto {account}, nicht {own_account}.</translation>
    </message>
    <message>
        <source>{arn} names region {region}, not {own_region}.</source>
        <translation>{arn} nennt Region {region}, nicht {own_region}.</translation>
    </message>
    <message>
        <source>{at} of {count}</source>
        <translation>{at} von {count}</translation>
    </message>
    <message>
        <source>{backup}, encrypted</source>
        <translation>{backup}, verschlüsselt</translation>
    </message>
    <message>
        <source>{before} is called {after} now.</source>
        <translation>{before} heißt jetzt {after}.</translation>
    </message>
    <message>
        <source>{branches} branches, {messages} messages. The filled dots lead to what is shown.</source>
        <translation>{branches} Zweige, {messages} Nachrichten. Die ausgefüllten Punkte führen zu dem, was gezeigt wird.</translation>
    </message>
    <message>
        <source>{bucket} versioning</source>
        <translation>{bucket} Versionierung</translation>
    </message>
    <message>
        <source>{budget} is used up to {percent} ({used}).</source>
        <translation>{budget} ist zu {percent} ausgeschöpft ({used}).</translation>
    </message>
    <message>
        <source>{calls} {verdict}, but what destroys or changes permissions is still asked about.</source>
        <translation>{calls} {verdict}; was zerstört oder Berechtigungen ändert, wird aber weiterhin erfragt.</translation>
    </message>
    <message>
        <source>{calls} {verdict}.</source>
        <translation>{calls} {verdict}.</translation>
    </message>
    <message numerus="yes">
        <source>{call} in {count} place</source>
        <comment>{call} in {count} places</comment>
        <translation>
            <numerusform>{call} an {count} Ort</numerusform>
            <numerusform>{call} an {count} Orten</numerusform>
        </translation>
    </message>
    <message>
        <source>{call}, with {parameters}</source>
        <translation>{call}, mit {parameters}</translation>
    </message>
    <message>
        <source>{change}  and {count} more</source>
        <translation>{change}  und {count} weitere</translation>
    </message>
    <message>
        <source>{change} {kind} running all month on Linux.</source>
        <translation>{change} {kind} unter Linux, den ganzen Monat.</translation>
    </message>
    <message>
        <source>{context} context</source>
        <translation>Kontext {context}</translation>
    </message>
    <message>
        <source>{context}, keys and values in {type}</source>
        <translation>{context}, Keys und Values in {type}</translation>
    </message>
    <message>
        <source>{cost} ({notes}).</source>
        <translation>{cost} ({notes}).</translation>
    </message>
    <message>
        <source>{cost} + unknown</source>
        <translation>{cost} + unbekannt</translation>
    </message>
    <message>
        <source>{cost} and what is unknown</source>
        <translation>{cost} und Unbekanntes</translation>
    </message>
    <message>
        <source>{cost} of {limit}</source>
        <translation>{cost} von {limit}</translation>
    </message>
    <message>
        <source>{cost}.</source>
        <translation>{cost}.</translation>
    </message>
    <message numerus="yes">
        <source>{count} account</source>
        <comment>{count} accounts</comment>
        <translation>
            <numerusform>{count} Konto</numerusform>
            <numerusform>{count} Konten</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} accounts  ·  {place}</source>
        <translation>{count} Konten  ·  {place}</translation>
    </message>
    <message>
        <source>{count} are called {name}. Which one?</source>
        <translation>{count} heißen {name}. Welches?</translation>
    </message>
    <message numerus="yes">
        <source>{count} backup is encrypted.</source>
        <comment>{count} backups are encrypted.</comment>
        <translation>
            <numerusform>{count} Sicherung ist verschlüsselt.</numerusform>
            <numerusform>{count} Sicherungen sind verschlüsselt.</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} batches of {requests} requests are under way, and any of them may be this one.</source>
        <translation>{count} Batches mit {requests} Anfragen laufen, und jeder davon kann dieser sein.</translation>
    </message>
    <message>
        <source>{count} being worked on</source>
        <translation>{count} in Arbeit</translation>
    </message>
    <message numerus="yes">
        <source>{count} byte</source>
        <comment>{count} bytes</comment>
        <translation>
            <numerusform>{count} Byte</numerusform>
            <numerusform>{count} Bytes</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} bytes are missing at its end</source>
        <translation>am Ende fehlen {count} Bytes</translation>
    </message>
    <message>
        <source>{count} cannot be undone</source>
        <translation>{count} nicht umkehrbar</translation>
    </message>
    <message numerus="yes">
        <source>{count} change</source>
        <comment>{count} changes</comment>
        <translation>
            <numerusform>{count} Änderung</numerusform>
            <numerusform>{count} Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} characters</source>
        <translation>{count} Zeichen</translation>
    </message>
    <message>
        <source>{count} characters, some of them unseen</source>
        <translation>{count} Zeichen, darunter unsichtbare</translation>
    </message>
    <message numerus="yes">
        <source>{count} chat</source>
        <comment>{count} chats</comment>
        <translation>
            <numerusform>{count} Chat</numerusform>
            <numerusform>{count} Chats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} chat deleted for good.</source>
        <comment>{count} chats deleted for good.</comment>
        <translation>
            <numerusform>{count} Chat endgültig gelöscht.</numerusform>
            <numerusform>{count} Chats endgültig gelöscht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} chat imported.</source>
        <comment>{count} chats imported.</comment>
        <translation>
            <numerusform>{count} Chat importiert.</numerusform>
            <numerusform>{count} Chats importiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} chat read</source>
        <comment>{count} chats read</comment>
        <translation>
            <numerusform>{count} Chat gelesen</numerusform>
            <numerusform>{count} Chats gelesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} chat was deleted. It lies in the bin for {days} days.</source>
        <comment>{count} chats were deleted. They lie in the bin for {days} days.</comment>
        <translation>
            <numerusform>{count} Chat wurde gelöscht. Er liegt {days} Tage im Papierkorb.</numerusform>
            <numerusform>{count} Chats wurden gelöscht. Sie liegen {days} Tage im Papierkorb.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} chat was moved out of the folder.</source>
        <comment>{count} chats were moved out of the folder.</comment>
        <translation>
            <numerusform>{count} Chat wurde aus dem Ordner genommen.</numerusform>
            <numerusform>{count} Chats wurden aus dem Ordner genommen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} chat was moved to {folder}.</source>
        <comment>{count} chats were moved to {folder}.</comment>
        <translation>
            <numerusform>{count} Chat wurde nach {folder} verschoben.</numerusform>
            <numerusform>{count} Chats wurden nach {folder} verschoben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} chat was put into the archive.</source>
        <comment>{count} chats were put into the archive.</comment>
        <translation>
            <numerusform>{count} Chat wurde archiviert.</numerusform>
            <numerusform>{count} Chats wurden archiviert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} chat was restored.</source>
        <comment>{count} chats were restored.</comment>
        <translation>
            <numerusform>{count} Chat wurde wiederhergestellt.</numerusform>
            <numerusform>{count} Chats wurden wiederhergestellt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} chat was taken out of the archive.</source>
        <comment>{count} chats were taken out of the archive.</comment>
        <translation>
            <numerusform>{count} Chat wurde aus dem Archiv geholt.</numerusform>
            <numerusform>{count} Chats wurden aus dem Archiv geholt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} chat will be deleted for good, with its messages and files.</source>
        <comment>{count} chats will be deleted for good, with their messages and files.</comment>
        <translation>
            <numerusform>{count} Chat wird endgültig gelöscht, mit allen Nachrichten und Dateien.</numerusform>
            <numerusform>{count} Chats werden endgültig gelöscht, mit allen Nachrichten und Dateien.</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} chosen</source>
        <translation>{count} ausgewählt</translation>
    </message>
    <message>
        <source>{count} chosen; {most} can be fixed at once.</source>
        <translation>{count} ausgewählt; {most} lassen sich auf einmal beheben.</translation>
    </message>
    <message numerus="yes">
        <source>{count} conversation</source>
        <comment>{count} conversations</comment>
        <translation>
            <numerusform>{count} Chat</numerusform>
            <numerusform>{count} Chats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} day</source>
        <comment>{count} days</comment>
        <translation>
            <numerusform>{count} Tag</numerusform>
            <numerusform>{count} Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} failed</source>
        <translation>{count} fehlgeschlagen</translation>
    </message>
    <message numerus="yes">
        <source>{count} failure</source>
        <comment>{count} failures</comment>
        <translation>
            <numerusform>{count} Fehlschlag</numerusform>
            <numerusform>{count} Fehlschläge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} file is more than goes with one message.</source>
        <comment>{count} files are more than go with one message.</comment>
        <translation>
            <numerusform>{count} Datei ist mehr, als zu einer Nachricht passt.</numerusform>
            <numerusform>{count} Dateien sind mehr, als zu einer Nachricht passen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} file went as they are.</source>
        <comment>{count} files went as they are.</comment>
        <translation>
            <numerusform>{count} Datei ging unverändert hinaus.</numerusform>
            <numerusform>{count} Dateien gingen unverändert hinaus.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} finding</source>
        <comment>{count} findings</comment>
        <translation>
            <numerusform>{count} Befund</numerusform>
            <numerusform>{count} Befunde</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} found</source>
        <translation>{count} gefunden</translation>
    </message>
    <message>
        <source>{count} found.</source>
        <translation>{count} gefunden.</translation>
    </message>
    <message>
        <source>{count} here already</source>
        <translation>{count} schon vorhanden</translation>
    </message>
    <message numerus="yes">
        <source>{count} hour</source>
        <comment>{count} hours</comment>
        <translation>
            <numerusform>{count} Stunde</numerusform>
            <numerusform>{count} Stunden</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} layers did not load on the GPU; the model is loaded on the processor only.</source>
        <translation>{count} Schichten ließen sich nicht auf die GPU laden; das Modell wird nur auf dem Prozessor geladen.</translation>
    </message>
    <message>
        <source>{count} layers did not load on the GPU; {left} are tried.</source>
        <translation>{count} Schichten ließen sich nicht auf die GPU laden; {left} werden versucht.</translation>
    </message>
    <message>
        <source>{count} layers would fit: choose another policy, or a smaller quantisation.</source>
        <translation>{count} Schichten würden passen: ein anderes Vorgehen oder eine kleinere Quantisierung wählen.</translation>
    </message>
    <message>
        <source>{count} left out</source>
        <translation>{count} ausgelassen</translation>
    </message>
    <message>
        <source>{count} looked at</source>
        <translation>{count} angesehen</translation>
    </message>
    <message>
        <source>{count} looked at in {places} places</source>
        <translation>{count} an {places} Orten angesehen</translation>
    </message>
    <message numerus="yes">
        <source>{count} message</source>
        <comment>{count} messages</comment>
        <translation>
            <numerusform>{count} Nachricht</numerusform>
            <numerusform>{count} Nachrichten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} message of them from the backup of {when}, among which may be some you had deleted since</source>
        <comment>{count} messages of them from the backup of {when}, among which may be some you had deleted since</comment>
        <translation>
            <numerusform>{count} Nachricht davon aus der Sicherung von {when}, worunter inzwischen Gelöschtes sein kann</numerusform>
            <numerusform>{count} Nachrichten davon aus der Sicherung von {when}, worunter inzwischen Gelöschtes sein kann</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} message went to {model}.</source>
        <comment>{count} messages went to {model}.</comment>
        <translation>
            <numerusform>{count} Nachricht ging an {model}.</numerusform>
            <numerusform>{count} Nachrichten gingen an {model}.</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>{count} weitere</translation>
    </message>
    <message>
        <source>{count} more to decide after this.</source>
        <translation>Danach sind noch {count} zu entscheiden.</translation>
    </message>
    <message>
        <source>{count} of them in place of another</source>
        <translation>davon {count} anstelle eines anderen</translation>
    </message>
    <message>
        <source>{count} of {rows}</source>
        <translation>{count} von {rows}</translation>
    </message>
    <message numerus="yes">
        <source>{count} other</source>
        <comment>{count} others</comment>
        <translation>
            <numerusform>{count} weitere</numerusform>
            <numerusform>{count} weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} page</source>
        <comment>{count} pages</comment>
        <translation>
            <numerusform>{count} Seite</numerusform>
            <numerusform>{count} Seiten</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} pages</source>
        <translation>{count} Seiten</translation>
    </message>
    <message>
        <source>{count} pieces of work</source>
        <translation>{count} Vorgänge</translation>
    </message>
    <message>
        <source>{count} pieces of work go on. Quit all the same?</source>
        <translation>{count} Vorgänge laufen noch. Trotzdem beenden?</translation>
    </message>
    <message numerus="yes">
        <source>{count} place</source>
        <comment>{count} places</comment>
        <translation>
            <numerusform>{count} Ort</numerusform>
            <numerusform>{count} Orte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} point in time</source>
        <comment>{count} points in time</comment>
        <translation>
            <numerusform>{count} Zeitpunkt</numerusform>
            <numerusform>{count} Zeitpunkte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} preset imported</source>
        <comment>{count} presets imported</comment>
        <translation>
            <numerusform>{count} Voreinstellung importiert</numerusform>
            <numerusform>{count} Voreinstellungen importiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} prompt</source>
        <comment>{count} prompts</comment>
        <translation>
            <numerusform>{count} Prompt</numerusform>
            <numerusform>{count} Prompts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} prompt imported</source>
        <comment>{count} prompts imported</comment>
        <translation>
            <numerusform>{count} Prompt importiert</numerusform>
            <numerusform>{count} Prompts importiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} read</source>
        <comment>{count} reads</comment>
        <translation>
            <numerusform>{count} Lesen</numerusform>
            <numerusform>{count} Lesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} region of {accounts}</source>
        <comment>{count} regions of {accounts}</comment>
        <translation>
            <numerusform>{count} Region in {accounts}</numerusform>
            <numerusform>{count} Regionen in {accounts}</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} regions</source>
        <translation>{count} Regionen</translation>
    </message>
    <message numerus="yes">
        <source>{count} resource</source>
        <comment>{count} resources</comment>
        <translation>
            <numerusform>{count} Ressource</numerusform>
            <numerusform>{count} Ressourcen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} rule.</source>
        <comment>{count} rules.</comment>
        <translation>
            <numerusform>{count} Regel.</numerusform>
            <numerusform>{count} Regeln.</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} runs at once at most</source>
        <translation>höchstens {count} Läufe gleichzeitig</translation>
    </message>
    <message numerus="yes">
        <source>{count} sensitive read</source>
        <comment>{count} sensitive reads</comment>
        <translation>
            <numerusform>{count} Lesen von Vertraulichem</numerusform>
            <numerusform>{count} Lesen von Vertraulichem</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} service</source>
        <comment>{count} services</comment>
        <translation>
            <numerusform>{count} Dienst</numerusform>
            <numerusform>{count} Dienste</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} skipped</source>
        <translation>{count} übersprungen</translation>
    </message>
    <message numerus="yes">
        <source>{count} step</source>
        <comment>{count} steps</comment>
        <translation>
            <numerusform>{count} Schritt</numerusform>
            <numerusform>{count} Schritte</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} to mend: {first}</source>
        <translation>{count} zu korrigieren: {first}</translation>
    </message>
    <message>
        <source>{count} tokens</source>
        <translation>{count} Token</translation>
    </message>
    <message>
        <source>{count} tokens a second</source>
        <translation>{count} Token je Sekunde</translation>
    </message>
    <message>
        <source>{count} volumes, {going} of them deleted with it when it is terminated</source>
        <translation>{count} Volumes, {going} davon werden beim Terminieren mitgelöscht</translation>
    </message>
    <message>
        <source>{count} would fit; set the layers on the GPU to -1 to have as many as fit.</source>
        <translation>{count} würden passen; die Schichten auf der GPU auf -1 setzen, damit so viele wie möglich dort liegen.</translation>
    </message>
    <message>
        <source>{count} {kind}</source>
        <translation>{count} × {kind}</translation>
    </message>
    <message>
        <source>{done} done</source>
        <translation>{done} erledigt</translation>
    </message>
    <message>
        <source>{done} of {count} steps were done.</source>
        <translation>{done} von {count} Schritten sind erledigt.</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} von {total}</translation>
    </message>
    <message>
        <source>{done} of {total} done</source>
        <translation>{done} von {total} erledigt</translation>
    </message>
    <message>
        <source>{endpoint!r} is no address of a model hub.</source>
        <translation>{endpoint!r} ist keine Adresse eines Modell-Hubs.</translation>
    </message>
    <message>
        <source>{endpoint}&apos;s own list of {day}</source>
        <translation>eigene Liste von {endpoint} vom {day}</translation>
    </message>
    <message>
        <source>{entry!r} is no bias.</source>
        <translation>{entry!r} ist kein Bias.</translation>
    </message>
    <message>
        <source>{entry} has the name of an earlier one</source>
        <translation>{entry} hat denselben Namen wie ein früherer Eintrag</translation>
    </message>
    <message>
        <source>{entry} is longer than {limit} KiB</source>
        <translation>{entry} ist länger als {limit} KiB</translation>
    </message>
    <message>
        <source>{field} of {variable}</source>
        <translation>{field} von {variable}</translation>
    </message>
    <message>
        <source>{field}: {typed} is no number.</source>
        <translation>{field}: {typed} ist keine Zahl.</translation>
    </message>
    <message>
        <source>{file_name}: the prompt {name} came in an earlier file already.</source>
        <translation>{file_name}: Der Prompt {name} kam schon in einer früheren Datei.</translation>
    </message>
    <message>
        <source>{file} cannot be written: {why}.</source>
        <translation>{file} kann nicht geschrieben werden: {why}.</translation>
    </message>
    <message>
        <source>{file} is there already.</source>
        <translation>{file} ist schon vorhanden.</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} bis {last}</translation>
    </message>
    <message>
        <source>{fit}, recommended</source>
        <translation>{fit}, empfohlen</translation>
    </message>
    <message>
        <source>{fit}: {more}</source>
        <translation>{fit}: {more}</translation>
    </message>
    <message>
        <source>{folder} cannot be written: {problem}.</source>
        <translation>{folder} ist nicht beschreibbar: {problem}.</translation>
    </message>
    <message>
        <source>{found!r} does not belong here (character {number}).</source>
        <translation>{found!r} gehört nicht hierher (Zeichen {number}).</translation>
    </message>
    <message>
        <source>{found}, {looked}.</source>
        <translation>{found}, {looked}.</translation>
    </message>
    <message>
        <source>{found}, {looked}; {count} could not be looked at.</source>
        <translation>{found}, {looked}; {count} nicht einsehbar.</translation>
    </message>
    <message>
        <source>{free} of {total} are free.</source>
        <translation>{free} von {total} sind frei.</translation>
    </message>
    <message numerus="yes">
        <source>{function}() takes 1 value, not {given}.</source>
        <comment>{function}() takes {count} values, not {given}.</comment>
        <translation>
            <numerusform>{function}() nimmt 1 Wert, nicht {given}.</numerusform>
            <numerusform>{function}() nimmt {count} Werte, nicht {given}.</numerusform>
        </translation>
    </message>
    <message>
        <source>{function}() wants {wanted}, and was given {given}.</source>
        <translation>{function}() will {wanted} und bekam {given}.</translation>
    </message>
    <message>
        <source>{gpu} ({name}), {free} of {total} free</source>
        <translation>{gpu} ({name}), {free} von {total} frei</translation>
    </message>
    <message>
        <source>{group} {ports} from {whom}</source>
        <translation>{group} {ports} von {whom}</translation>
    </message>
    <message>
        <source>{help} Left alone: {value}.</source>
        <translation>{help} Unverändert: {value}.</translation>
    </message>
    <message>
        <source>{help} One a line.</source>
        <translation>{help} Je Zeile einer.</translation>
    </message>
    <message>
        <source>{host!r} sent more than an answer can be long, and was stopped.</source>
        <translation>{host!r} hat mehr gesendet, als eine Antwort lang sein kann, und wurde angehalten.</translation>
    </message>
    <message>
        <source>{host} is not an address of this machine alone.</source>
        <translation>{host} ist keine Adresse nur dieses Rechners.</translation>
    </message>
    <message>
        <source>{host} is not on this machine or a private network, so its address must begin with https.</source>
        <translation>{host} liegt nicht auf diesem Rechner oder in einem privaten Netz, daher muss die Adresse mit https beginnen.</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} h</translation>
    </message>
    <message>
        <source>{id} is no plain read.</source>
        <translation>{id} liest nicht bloß.</translation>
    </message>
    <message>
        <source>{instances} and {volumes} that go with them are no longer paid for.</source>
        <translation>{instances} und {volumes}, die mit ihnen gehen, werden nicht mehr bezahlt.</translation>
    </message>
    <message>
        <source>{instance} does not match {wanted}</source>
        <translation>{instance} passt nicht zu {wanted}</translation>
    </message>
    <message>
        <source>{item} stands in it twice</source>
        <translation>{item} steht darin zweimal</translation>
    </message>
    <message>
        <source>{keyword!r} must be a list</source>
        <translation>{keyword!r} muss eine Liste sein</translation>
    </message>
    <message>
        <source>{keyword!r} must be a number, not {value}</source>
        <translation>{keyword!r} muss eine Zahl sein, nicht {value}</translation>
    </message>
    <message>
        <source>{keyword!r} must be a whole number, not {value}</source>
        <translation>{keyword!r} muss eine ganze Zahl sein, nicht {value}</translation>
    </message>
    <message>
        <source>{keyword!r} must be an object</source>
        <translation>{keyword!r} muss ein Objekt sein</translation>
    </message>
    <message>
        <source>{key} holds an empty text.</source>
        <translation>{key} enthält einen leeren Text.</translation>
    </message>
    <message>
        <source>{key} is a list of texts, as in [&quot;…&quot;].</source>
        <translation>{key} ist eine Liste von Texten, etwa [&quot;…&quot;].</translation>
    </message>
    <message>
        <source>{key} is a text.</source>
        <translation>{key} ist ein Text.</translation>
    </message>
    <message>
        <source>{key} is a time with its zone, as 2026-11-27T15:00:00Z without quotes.</source>
        <translation>{key} ist eine Zeitangabe mit Zone, etwa 2026-11-27T15:00:00Z ohne Anführungszeichen.</translation>
    </message>
    <message>
        <source>{key} is empty: leave it out, or say which.</source>
        <translation>{key} ist leer: weglassen oder etwas nennen.</translation>
    </message>
    <message>
        <source>{key}: a message should be an object</source>
        <translation>{key}: Eine Nachricht sollte ein Objekt sein</translation>
    </message>
    <message>
        <source>{key}: a part should be a text or an object</source>
        <translation>{key}: Ein Teil sollte ein Text oder ein Objekt sein</translation>
    </message>
    <message>
        <source>{key}: the author&apos;s role should be user, assistant, system or tool</source>
        <translation>{key}: Die Rolle des Verfassers sollte user, assistant, system oder tool sein</translation>
    </message>
    <message>
        <source>{key}: the role should be user, assistant or system</source>
        <translation>{key}: Die Rolle sollte user, assistant oder system sein</translation>
    </message>
    <message>
        <source>{key}: {text} begins or ends with a space.</source>
        <translation>{key}: {text} beginnt oder endet mit einem Leerzeichen.</translation>
    </message>
    <message>
        <source>{key}: {text} holds characters that cannot be seen.</source>
        <translation>{key}: {text} enthält unsichtbare Zeichen.</translation>
    </message>
    <message>
        <source>{key}: {text} holds characters that look like others.</source>
        <translation>{key}: {text} enthält Zeichen, die wie andere aussehen.</translation>
    </message>
    <message>
        <source>{key}: {text} is longer than {most} characters.</source>
        <translation>{key}: {text} ist länger als {most} Zeichen.</translation>
    </message>
    <message>
        <source>{key}: {text} mixes letters of several alphabets, which look alike.</source>
        <translation>{key}: {text} mischt gleich aussehende Buchstaben mehrerer Alphabete.</translation>
    </message>
    <message>
        <source>{kind} and its storage, all month.</source>
        <translation>{kind} und der Speicher, den ganzen Monat.</translation>
    </message>
    <message>
        <source>{kind} instead of what it is now, running all month on Linux.</source>
        <translation>{kind} statt der jetzigen, unter Linux, den ganzen Monat.</translation>
    </message>
    <message>
        <source>{kind}, {size} GiB, all month.</source>
        <translation>{kind}, {size} GiB, den ganzen Monat.</translation>
    </message>
    <message>
        <source>{layers} of {total} layers on the GPU</source>
        <translation>{layers} von {total} Schichten auf der GPU</translation>
    </message>
    <message>
        <source>{layers} of {total} layers on the GPU, {size} in all</source>
        <translation>{layers} von {total} Schichten auf der GPU, insgesamt {size}</translation>
    </message>
    <message>
        <source>{length}: show all of it</source>
        <translation>{length}: alles anzeigen</translation>
    </message>
    <message>
        <source>{lines}, {count} characters</source>
        <translation>{lines}, {count} Zeichen</translation>
    </message>
    <message>
        <source>{list}; prices and what the list leaves open: {file}</source>
        <translation>{list}; Preise und was die Liste offen lässt: {file}</translation>
    </message>
    <message>
        <source>{list}; what the list leaves open: {file}</source>
        <translation>{list}; was die Liste offen lässt: {file}</translation>
    </message>
    <message>
        <source>{memory}: {needed} of {free} free</source>
        <translation>{memory}: {needed} von {free} frei</translation>
    </message>
    <message>
        <source>{message} Asking again in {wait_s} s.</source>
        <translation>{message} In {wait_s} s wird erneut gefragt.</translation>
    </message>
    <message>
        <source>{message} Asking {title}.</source>
        <translation>{message} Gefragt wird {title}.</translation>
    </message>
    <message>
        <source>{message} The settings name it for new chats.</source>
        <translation>{message} Die Einstellungen nennen sie für neue Chats.</translation>
    </message>
    <message>
        <source>{message} {title} answers anew, as another version.</source>
        <translation>{message} {title} antwortet neu, als weitere Version.</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} min {seconds} s</translation>
    </message>
    <message>
        <source>{model!r} cannot be held to a JSON schema while it thinks.</source>
        <translation>{model!r} lässt sich nicht auf ein JSON-Schema festlegen, während es nachdenkt.</translation>
    </message>
    <message>
        <source>{model!r} cannot be held to a JSON schema.</source>
        <translation>{model!r} lässt sich nicht auf ein JSON-Schema festlegen.</translation>
    </message>
    <message>
        <source>{model!r} cannot be made to call a tool that it is not given.</source>
        <translation>{model!r} lässt sich nicht zum Aufruf eines Werkzeugs zwingen, das es nicht bekommt.</translation>
    </message>
    <message>
        <source>{model!r} cannot be made to call a tool while it thinks.</source>
        <translation>{model!r} lässt sich nicht zu einem Werkzeugaufruf zwingen, während es nachdenkt.</translation>
    </message>
    <message>
        <source>{model!r} cannot use tools.</source>
        <translation>{model!r} kann keine Werkzeuge verwenden.</translation>
    </message>
    <message>
        <source>{model!r} does not take the parameter {name!r}.</source>
        <translation>{model!r} nimmt den Parameter {name!r} nicht.</translation>
    </message>
    <message>
        <source>{model!r} does not take {name!r} ({media_type}).</source>
        <translation>{model!r} nimmt {name!r} nicht ({media_type}).</translation>
    </message>
    <message>
        <source>{model!r} does not think.</source>
        <translation>{model!r} denkt nicht nach.</translation>
    </message>
    <message>
        <source>{model!r} failed on this request.{quoted}</source>
        <translation>{model!r} ist an dieser Anfrage gescheitert.{quoted}</translation>
    </message>
    <message>
        <source>{model!r} is answered only through an inference profile.</source>
        <translation>{model!r} antwortet nur über ein Inferenzprofil.</translation>
    </message>
    <message>
        <source>{model!r} is not ready yet.</source>
        <translation>{model!r} ist noch nicht bereit.</translation>
    </message>
    <message>
        <source>{model!r} takes a temperature or a Top P, not both.</source>
        <translation>{model!r} nimmt Temperatur oder Top P, nicht beides.</translation>
    </message>
    <message>
        <source>{model!r} takes more memory than is free.</source>
        <translation>{model!r} braucht mehr Speicher, als frei ist.</translation>
    </message>
    <message>
        <source>{model!r} takes no Top K.</source>
        <translation>{model!r} nimmt kein Top K.</translation>
    </message>
    <message>
        <source>{model!r} takes no system prompt.</source>
        <translation>{model!r} nimmt keinen System-Prompt.</translation>
    </message>
    <message>
        <source>{model!r} takes no tools.</source>
        <translation>{model!r} nimmt keine Werkzeuge.</translation>
    </message>
    <message>
        <source>{model!r} takes no {sampled} while it thinks.</source>
        <translation>{model!r} nimmt kein {sampled}, während es nachdenkt.</translation>
    </message>
    <message>
        <source>{model!r} takes {size} MiB, and local models may take {limit} MiB.</source>
        <translation>{model!r} braucht {size} MiB, und lokale Modelle dürfen {limit} MiB nehmen.</translation>
    </message>
    <message>
        <source>{model!r} tells no probabilities of its words.</source>
        <translation>{model!r} nennt keine Wahrscheinlichkeiten seiner Wörter.</translation>
    </message>
    <message>
        <source>{model!r} took too long and gave up.</source>
        <translation>{model!r} hat zu lange gebraucht und aufgegeben.</translation>
    </message>
    <message>
        <source>{model} decides itself how long it thinks.</source>
        <translation>{model} entscheidet selbst, wie lange es nachdenkt.</translation>
    </message>
    <message>
        <source>{model} did not answer: {reason}</source>
        <translation>{model} hat nicht geantwortet: {reason}</translation>
    </message>
    <message>
        <source>{model} did not answer: {why}</source>
        <translation>{model} hat nicht geantwortet: {why}</translation>
    </message>
    <message numerus="yes">
        <source>{model} does not see pictures, and {names} is one.</source>
        <comment>{model} does not see pictures, and {names} are such.</comment>
        <translation>
            <numerusform>{model} sieht keine Bilder, und {names} ist eines.</numerusform>
            <numerusform>{model} sieht keine Bilder, und {names} sind welche.</numerusform>
        </translation>
    </message>
    <message>
        <source>{model} does not take it.</source>
        <translation>{model} nimmt das nicht an.</translation>
    </message>
    <message>
        <source>{model} does not take the parameter {name}.</source>
        <translation>{model} nimmt den Parameter {name} nicht.</translation>
    </message>
    <message>
        <source>{model} does not think before it answers.</source>
        <translation>{model} denkt vor der Antwort nicht nach.</translation>
    </message>
    <message>
        <source>{model} is no model id: write it as provider:model, where * stands for anything.</source>
        <translation>{model} ist keine Modell-ID: Als Anbieter:Modell schreiben, wobei * für Beliebiges steht.</translation>
    </message>
    <message>
        <source>{model} is not on this machine, and {reason}.</source>
        <translation>{model} läuft nicht auf diesem Rechner, und {reason}.</translation>
    </message>
    <message>
        <source>{model} is set for it and cannot be used.</source>
        <translation>{model} ist dafür festgelegt und nicht nutzbar.</translation>
    </message>
    <message>
        <source>{model} sees no pictures.</source>
        <translation>{model} sieht keine Bilder.</translation>
    </message>
    <message>
        <source>{model} sets its own sampling; it takes no {parameter}.</source>
        <translation>{model} bestimmt die Wortwahl selbst und nimmt kein {parameter}.</translation>
    </message>
    <message>
        <source>{model} takes no {parameter}.</source>
        <translation>{model} nimmt den Parameter „{parameter}“ nicht.</translation>
    </message>
    <message>
        <source>{model} would answer ({id}).</source>
        <translation>{model} würde antworten ({id}).</translation>
    </message>
    <message>
        <source>{model}: what you leave empty stays as it was told.</source>
        <translation>{model}: Was leer bleibt, bleibt wie angegeben.</translation>
    </message>
    <message>
        <source>{model}: what you leave empty stays as it was told. From: {source}.</source>
        <translation>{model}: Was leer bleibt, bleibt wie angegeben. Quelle: {source}.</translation>
    </message>
    <message>
        <source>{model}: {what} for {program}, since {time}</source>
        <translation>{model}: {what} für {program}, seit {time}</translation>
    </message>
    <message>
        <source>{money} to read</source>
        <translation>{money} fürs Lesen</translation>
    </message>
    <message>
        <source>{name!r} arrived damaged: its sum is not the one the hub gives.</source>
        <translation>{name!r} ist beschädigt angekommen: Die Prüfsumme ist nicht die vom Hub genannte.</translation>
    </message>
    <message>
        <source>{name!r} can only be sent with a message of your own.</source>
        <translation>{name!r} lässt sich nur mit einer eigenen Nachricht senden.</translation>
    </message>
    <message>
        <source>{name!r} cannot be attached. Remove it, then send.</source>
        <translation>{name!r} kann nicht angehängt werden. Erst entfernen, dann senden.</translation>
    </message>
    <message>
        <source>{name!r} cannot be loaded: the file is damaged or incomplete.</source>
        <translation>{name!r} lässt sich nicht laden: Die Datei ist beschädigt oder unvollständig.</translation>
    </message>
    <message>
        <source>{name!r} cannot be read as text.</source>
        <translation>{name!r} kann nicht als Text gelesen werden.</translation>
    </message>
    <message>
        <source>{name!r} cannot be read.</source>
        <translation>{name!r} kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>{name!r} cannot be read: {reason}.</source>
        <translation>{name!r} kann nicht gelesen werden: {reason}.</translation>
    </message>
    <message>
        <source>{name!r} cannot be read: {why}.</source>
        <translation>{name!r} kann nicht gelesen werden: {why}.</translation>
    </message>
    <message>
        <source>{name!r} cannot be sent: models take PNG, JPEG, GIF and WebP pictures and PDFs, not {media_type!r}.</source>
        <translation>{name!r} lässt sich nicht senden: Modelle nehmen Bilder als PNG, JPEG, GIF und WebP sowie PDFs, nicht {media_type!r}.</translation>
    </message>
    <message>
        <source>{name!r} comes with Baton.</source>
        <translation>{name!r} gehört zu Baton.</translation>
    </message>
    <message>
        <source>{name!r} does not fit in memory.</source>
        <translation>{name!r} passt nicht in den Speicher.</translation>
    </message>
    <message>
        <source>{name!r} does not say what kind of model it is.</source>
        <translation>{name!r} sagt nicht, was für ein Modell es ist.</translation>
    </message>
    <message>
        <source>{name!r} has no adapter {adapter!r}.</source>
        <translation>{name!r} hat keinen Adapter {adapter!r}.</translation>
    </message>
    <message>
        <source>{name!r} has no model {model!r}.</source>
        <translation>{name!r} hat kein Modell {model!r}.</translation>
    </message>
    <message>
        <source>{name!r} has no vocabulary.</source>
        <translation>{name!r} hat kein Vokabular.</translation>
    </message>
    <message>
        <source>{name!r} is a GGUF file of version {version}, which Baton does not know.</source>
        <translation>{name!r} ist eine GGUF-Datei der Version {version}, die Baton nicht kennt.</translation>
    </message>
    <message>
        <source>{name!r} is a damaged or incomplete GGUF file.</source>
        <translation>{name!r} ist eine beschädigte oder unvollständige GGUF-Datei.</translation>
    </message>
    <message>
        <source>{name!r} is a folder.</source>
        <translation>{name!r} ist ein Ordner.</translation>
    </message>
    <message>
        <source>{name!r} is a pipe or a device, not a file.</source>
        <translation>{name!r} ist eine Pipe oder ein Gerät, keine Datei.</translation>
    </message>
    <message>
        <source>{name!r} is an adapter of a kind that Baton does not know.</source>
        <translation>{name!r} ist ein Adapter einer Art, die Baton nicht kennt.</translation>
    </message>
    <message>
        <source>{name!r} is an adapter.</source>
        <translation>{name!r} ist ein Adapter.</translation>
    </message>
    <message>
        <source>{name!r} is being downloaded already.</source>
        <translation>{name!r} wird schon heruntergeladen.</translation>
    </message>
    <message>
        <source>{name!r} is being downloaded.</source>
        <translation>{name!r} wird gerade heruntergeladen.</translation>
    </message>
    <message>
        <source>{name!r} is incomplete: {why}.</source>
        <translation>{name!r} ist unvollständig: {why}.</translation>
    </message>
    <message>
        <source>{name!r} is no GGUF file.</source>
        <translation>{name!r} ist keine GGUF-Datei.</translation>
    </message>
    <message>
        <source>{name!r} is no UTF-8 text.</source>
        <translation>{name!r} ist kein UTF-8-Text.</translation>
    </message>
    <message>
        <source>{name!r} is no adapter.</source>
        <translation>{name!r} ist kein Adapter.</translation>
    </message>
    <message>
        <source>{name!r} is no repository.</source>
        <translation>{name!r} ist kein Repository.</translation>
    </message>
    <message>
        <source>{name!r} is of a kind of model that this llama.cpp does not know.</source>
        <translation>{name!r} ist von einer Modellart, die dieses llama.cpp nicht kennt.</translation>
    </message>
    <message>
        <source>{name!r} is too large for a schema.</source>
        <translation>{name!r} ist zu groß für ein Schema.</translation>
    </message>
    <message>
        <source>{name!r} is {kind}, no model for chat.</source>
        <translation>{name!r} ist {kind}, kein Modell zum Chatten.</translation>
    </message>
    <message>
        <source>{name!r} makes no vectors.</source>
        <translation>{name!r} macht keine Vektoren.</translation>
    </message>
    <message>
        <source>{name!r} needs {missing} GB more, and {free} GB are free on the disk for models.</source>
        <translation>{name!r} braucht {missing} GB mehr, und auf dem Datenträger für Modelle sind {free} GB frei.</translation>
    </message>
    <message>
        <source>{name!r} says it is one of {count} parts.</source>
        <translation>{name!r} gibt an, eines von {count} Teilen zu sein.</translation>
    </message>
    <message>
        <source>{name!r} was not attached.</source>
        <translation>{name!r} wurde nicht angehängt.</translation>
    </message>
    <message>
        <source>{name!r} was written for big-endian machines.</source>
        <translation>{name!r} wurde für Big-Endian-Maschinen geschrieben.</translation>
    </message>
    <message>
        <source>{name!r} wrote something that Amazon Bedrock could not read.</source>
        <translation>{name!r} hat etwas geschrieben, das Amazon Bedrock nicht lesen konnte.</translation>
    </message>
    <message>
        <source>{named} is left out: it is nested too deeply.</source>
        <translation>{named} wird ausgelassen: zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>{named} is left out: {error}.</source>
        <translation>{named} wird ausgelassen: {error}.</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} und {count} weitere</translation>
    </message>
    <message>
        <source>{names} and {last}</source>
        <translation>{names} und {last}</translation>
    </message>
    <message>
        <source>{names} are in it</source>
        <translation>{names} gehören dazu</translation>
    </message>
    <message>
        <source>{names} are one name where upper and lower case do not differ. Rename one of them.</source>
        <translation>{names} sind ein und derselbe Name, wo Groß- und Kleinschreibung nicht zählt. Eines davon umbenennen.</translation>
    </message>
    <message>
        <source>{names} holds no text that can be read out, and {model} takes no PDFs.</source>
        <translation>{names} enthält keinen auslesbaren Text, und {model} nimmt keine PDFs.</translation>
    </message>
    <message>
        <source>{names} is what Baton calls a place of its own.</source>
        <translation>{names} heißt bei Baton ein eigener Ort.</translation>
    </message>
    <message>
        <source>{names} or {last}</source>
        <translation>{names} oder {last}</translation>
    </message>
    <message>
        <source>{name} ({size} bytes, sent as it is)</source>
        <translation>{name} ({size} Byte, unverändert gesendet)</translation>
    </message>
    <message>
        <source>{name} ({size} bytes, sent without its metadata)</source>
        <translation>{name} ({size} Byte, ohne Metadaten gesendet)</translation>
    </message>
    <message>
        <source>{name} and {count} more</source>
        <translation>{name} und {count} weitere</translation>
    </message>
    <message>
        <source>{name} begins with {sign}.</source>
        <translation>{name} beginnt mit {sign}.</translation>
    </message>
    <message>
        <source>{name} can be used.</source>
        <translation>{name} ist nutzbar.</translation>
    </message>
    <message>
        <source>{name} cannot be a variable&apos;s name: letters, digits, _ and - can, a letter first.</source>
        <translation>{name} kann kein Variablenname sein: erlaubt sind Buchstaben, Ziffern, _ und -, zuerst ein Buchstabe.</translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}.</source>
        <translation>{name} kann nicht gelesen werden: {reason}.</translation>
    </message>
    <message>
        <source>{name} cannot be read: {why}.</source>
        <translation>{name} ist nicht lesbar: {why}.</translation>
    </message>
    <message>
        <source>{name} cannot grow: the disk is full or a quota is used up.</source>
        <translation>{name} kann nicht wachsen: Der Datenträger ist voll oder ein Kontingent ausgeschöpft.</translation>
    </message>
    <message>
        <source>{name} chooses a model and is none itself; name the model.</source>
        <translation>{name} wählt ein Modell und ist selbst keines; das Modell nennen.</translation>
    </message>
    <message>
        <source>{name} could not be read or written.</source>
        <translation>{name} ließ sich nicht lesen oder schreiben.</translation>
    </message>
    <message>
        <source>{name} does not run on this machine.</source>
        <translation>{name} läuft nicht auf diesem Rechner.</translation>
    </message>
    <message>
        <source>{name} ends with a full stop.</source>
        <translation>{name} endet mit einem Punkt.</translation>
    </message>
    <message>
        <source>{name} has blanks around it, or accents written apart.</source>
        <translation>{name} ist von Leerzeichen umgeben oder hat getrennt geschriebene Akzente.</translation>
    </message>
    <message>
        <source>{name} has changed on the hub meanwhile; the download begins anew.</source>
        <translation>{name} hat sich auf dem Hub inzwischen geändert; der Download beginnt von vorn.</translation>
    </message>
    <message>
        <source>{name} has changed on the hub; it is downloaded anew.</source>
        <translation>{name} hat sich auf dem Hub geändert; die Datei wird neu heruntergeladen.</translation>
    </message>
    <message>
        <source>{name} has no moderation endpoint.</source>
        <translation>{name} hat keinen Moderations-Endpunkt.</translation>
    </message>
    <message>
        <source>{name} has {size} MB, and {what} may have {most} MB.</source>
        <translation>{name} hat {size} MB, und {what} darf {most} MB haben.</translation>
    </message>
    <message>
        <source>{name} holds a character that cannot be seen.</source>
        <translation>{name} enthält ein unsichtbares Zeichen.</translation>
    </message>
    <message>
        <source>{name} holds nothing but blanks.</source>
        <translation>{name} enthält nur Leerzeichen.</translation>
    </message>
    <message>
        <source>{name} holds {bad}, which no file&apos;s name may hold everywhere.</source>
        <translation>{name} enthält {bad}; das darf nicht überall in einem Dateinamen stehen.</translation>
    </message>
    <message>
        <source>{name} is a damaged PDF.</source>
        <translation>{name} ist ein beschädigtes PDF.</translation>
    </message>
    <message>
        <source>{name} is a damaged picture.</source>
        <translation>{name} ist ein beschädigtes Bild.</translation>
    </message>
    <message>
        <source>{name} is a folder.</source>
        <translation>{name} ist ein Ordner.</translation>
    </message>
    <message>
        <source>{name} is a link that leads back to itself.</source>
        <translation>{name} ist eine Verknüpfung, die auf sich selbst zurückführt.</translation>
    </message>
    <message>
        <source>{name} is a longer name than files have.</source>
        <translation>{name} ist länger, als Dateinamen sind.</translation>
    </message>
    <message>
        <source>{name} is a prompt for the message.</source>
        <translation>{name} ist ein Prompt für die Nachricht.</translation>
    </message>
    <message>
        <source>{name} is a prompt for the system prompt.</source>
        <translation>{name} ist ein Prompt für den System-Prompt.</translation>
    </message>
    <message>
        <source>{name} is damaged.</source>
        <translation>{name} ist beschädigt.</translation>
    </message>
    <message>
        <source>{name} is empty.</source>
        <translation>{name} ist leer.</translation>
    </message>
    <message>
        <source>{name} is in it</source>
        <translation>{name} gehört dazu</translation>
    </message>
    <message>
        <source>{name} is locked with a password.</source>
        <translation>{name} ist mit einem Passwort gesperrt.</translation>
    </message>
    <message>
        <source>{name} is no JSON.</source>
        <translation>{name} ist kein JSON.</translation>
    </message>
    <message>
        <source>{name} is no name for an endpoint: use up to 40 small letters, digits and hyphens, as in my-server.</source>
        <translation>{name} ist kein Name für einen Endpunkt: bis zu 40 Kleinbuchstaben, Ziffern und Bindestriche verwenden, etwa my-server.</translation>
    </message>
    <message>
        <source>{name} is no name of a preset: use up to 40 small letters, digits and hyphens.</source>
        <translation>{name} ist kein Name einer Voreinstellung: bis zu 40 Kleinbuchstaben, Ziffern und Bindestriche verwenden.</translation>
    </message>
    <message>
        <source>{name} is no parameter of {operation}, which takes none.</source>
        <translation>{name} ist kein Parameter von {operation}; diese Operation nimmt keine.</translation>
    </message>
    <message>
        <source>{name} is no parameter of {whole}.</source>
        <translation>{name} ist kein Parameter von {whole}.</translation>
    </message>
    <message>
        <source>{name} is no parameter of {whole}; did you mean {near}?</source>
        <translation>{name} ist kein Parameter von {whole}; ist {near} gemeint?</translation>
    </message>
    <message>
        <source>{name} is no plain file.</source>
        <translation>{name} ist keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>{name} is no text, no picture and no PDF.</source>
        <translation>{name} ist kein Text, kein Bild und kein PDF.</translation>
    </message>
    <message>
        <source>{name} is not allowed here</source>
        <translation>{name} ist hier nicht erlaubt</translation>
    </message>
    <message>
        <source>{name} is not this Baton&apos;s history.</source>
        <translation>{name} ist nicht der Verlauf dieses Baton.</translation>
    </message>
    <message>
        <source>{name} is only how its name can be shown.</source>
        <translation>{name} ist nur, wie sich der Name zeigen lässt.</translation>
    </message>
    <message>
        <source>{name} is required in {path}.</source>
        <translation>{name} ist erforderlich in {path}.</translation>
    </message>
    <message>
        <source>{name} is required.</source>
        <translation>{name} ist erforderlich.</translation>
    </message>
    <message>
        <source>{name} is the name of a device on Windows.</source>
        <translation>{name} ist unter Windows der Name eines Geräts.</translation>
    </message>
    <message>
        <source>{name} is the name of a provider of Baton&apos;s own; choose another.</source>
        <translation>{name} heißt ein eigener Anbieter von Baton; einen anderen wählen.</translation>
    </message>
    <message>
        <source>{name} is too large to be a library.</source>
        <translation>{name} ist zu groß für eine Bibliothek.</translation>
    </message>
    <message>
        <source>{name} is {kind}.</source>
        <translation>{name} ist {kind}.</translation>
    </message>
    <message>
        <source>{name} is {width} x {height} pixels, more than Baton unpacks.</source>
        <translation>{name} hat {width} x {height} Pixel, mehr als Baton entpackt.</translation>
    </message>
    <message>
        <source>{name} may not be read.</source>
        <translation>{name} darf nicht gelesen werden.</translation>
    </message>
    <message>
        <source>{name} must be a text.</source>
        <translation>{name} muss ein Text sein.</translation>
    </message>
    <message>
        <source>{name} of step {step}</source>
        <translation>{name} aus Schritt {step}</translation>
    </message>
    <message>
        <source>{name} says that this chat is longer than it takes.</source>
        <translation>{name} meldet, dass dieser Chat länger ist, als es annimmt.</translation>
    </message>
    <message>
        <source>{name} should be a list of objects</source>
        <translation>{name} sollte eine Liste von Objekten sein</translation>
    </message>
    <message>
        <source>{name} stands twice</source>
        <translation>{name} steht zweimal da</translation>
    </message>
    <message>
        <source>{name} takes a list of texts, not {value}.</source>
        <translation>{name} nimmt eine Liste von Texten, nicht {value}.</translation>
    </message>
    <message>
        <source>{name} takes a number, not {value}.</source>
        <translation>{name} nimmt eine Zahl, nicht {value}.</translation>
    </message>
    <message>
        <source>{name} takes a smaller number than {value}.</source>
        <translation>{name} nimmt eine kleinere Zahl als {value}.</translation>
    </message>
    <message>
        <source>{name} takes {size} bytes as a file&apos;s name; {most} is the most.</source>
        <translation>{name} belegt als Dateiname {size} Byte; höchstens {most} sind möglich.</translation>
    </message>
    <message>
        <source>{name} was added.</source>
        <translation>{name} wurde hinzugefügt.</translation>
    </message>
    <message>
        <source>{name} was downloaded.</source>
        <translation>{name} wurde heruntergeladen.</translation>
    </message>
    <message>
        <source>{name} was made by a newer Baton.</source>
        <translation>{name} stammt von einem neueren Baton.</translation>
    </message>
    <message>
        <source>{name} was not found in this account and region.</source>
        <translation>{name} wurde in diesem Konto und dieser Region nicht gefunden.</translation>
    </message>
    <message>
        <source>{name} was removed.</source>
        <translation>{name} wurde entfernt.</translation>
    </message>
    <message>
        <source>{name} was written by a newer Baton (its schema is {version}, this Baton knows {latest}).</source>
        <translation>{name} wurde von einem neueren Baton geschrieben (sein Schema ist {version}, dieses Baton kennt {latest}).</translation>
    </message>
    <message>
        <source>{name} was written by a newer Baton.</source>
        <translation>{name} wurde von einem neueren Baton geschrieben.</translation>
    </message>
    <message>
        <source>{name} · came with Baton: duplicate it to change it</source>
        <translation>{name} · kam mit Baton: zum Ändern duplizieren</translation>
    </message>
    <message>
        <source>{name} · your own</source>
        <translation>{name} · eigener</translation>
    </message>
    <message>
        <source>{name}: about {tokens}</source>
        <translation>{name}: etwa {tokens}</translation>
    </message>
    <message>
        <source>{name}: lowest {lowest}, highest {highest}, last {last}.</source>
        <translation>{name}: Tiefstwert {lowest}, Höchstwert {highest}, zuletzt {last}.</translation>
    </message>
    <message>
        <source>{name}: the operation has no such parameter.</source>
        <translation>{name}: Die Operation hat keinen solchen Parameter.</translation>
    </message>
    <message>
        <source>{new} instead of {old}.</source>
        <translation>{new} statt {old}.</translation>
    </message>
    <message numerus="yes">
        <source>{number} download</source>
        <comment>{number} downloads</comment>
        <translation>
            <numerusform>{number} Download</numerusform>
            <numerusform>{number} Downloads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{number} like</source>
        <comment>{number} likes</comment>
        <translation>
            <numerusform>{number} Like</numerusform>
            <numerusform>{number} Likes</numerusform>
        </translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} von {count}</translation>
    </message>
    <message>
        <source>{number} of {count} entries</source>
        <translation>{number} von {count} Einträgen</translation>
    </message>
    <message numerus="yes">
        <source>{number} page</source>
        <comment>{number} pages</comment>
        <translation>
            <numerusform>{number} Seite</numerusform>
            <numerusform>{number} Seiten</numerusform>
        </translation>
    </message>
    <message>
        <source>{only} is not a local model.</source>
        <translation>{only} ist kein lokales Modell.</translation>
    </message>
    <message>
        <source>{operation} (changes something)</source>
        <translation>{operation} (ändert etwas)</translation>
    </message>
    <message>
        <source>{operation} (reads only)</source>
        <translation>{operation} (liest nur)</translation>
    </message>
    <message>
        <source>{operation} did not work. {why}</source>
        <translation>{operation} hat nicht geklappt. {why}</translation>
    </message>
    <message>
        <source>{operation} failed: {error}</source>
        <translation>{operation} ist gescheitert: {error}</translation>
    </message>
    <message>
        <source>{operation} is no plain read, so Baton does not call it by itself.</source>
        <translation>{operation} ist kein einfaches Lesen, daher ruft Baton es nicht von selbst auf.</translation>
    </message>
    <message>
        <source>{operation} is not allowed, so what it would tell is unknown.</source>
        <translation>{operation} ist nicht erlaubt; was es sagen würde, ist unbekannt.</translation>
    </message>
    <message>
        <source>{operation} needs you to sign in to {account}.</source>
        <translation>{operation} erfordert eine Anmeldung bei {account}.</translation>
    </message>
    <message>
        <source>{operation} was interrupted: whether AWS carried it out is not known. Look before you repeat it.</source>
        <translation>{operation} wurde unterbrochen: Ob AWS es ausgeführt hat, ist nicht bekannt. Vor dem Wiederholen nachsehen.</translation>
    </message>
    <message>
        <source>{operation} was not carried out.</source>
        <translation>{operation} wurde nicht ausgeführt.</translation>
    </message>
    <message>
        <source>{operation} was not carried out. Nothing has changed.</source>
        <translation>{operation} wurde nicht ausgeführt. Nichts hat sich geändert.</translation>
    </message>
    <message>
        <source>{operation} was refused: {error}</source>
        <translation>{operation} wurde abgelehnt: {error}</translation>
    </message>
    <message>
        <source>{operation} would be allowed in {region}; it was only tried, and nothing has changed.</source>
        <translation>{operation} wäre in {region} erlaubt; es war nur ein Versuch, und nichts hat sich geändert.</translation>
    </message>
    <message>
        <source>{operation} would be allowed; it was only tried, and nothing has changed.</source>
        <translation>{operation} wäre erlaubt; es war nur ein Versuch, und nichts hat sich geändert.</translation>
    </message>
    <message>
        <source>{operation}: no state was given.</source>
        <translation>{operation}: Es wurde kein Zustand genannt.</translation>
    </message>
    <message>
        <source>{operation}: {limit_note} The rest was not looked at.</source>
        <translation>{operation}: {limit_note} Der Rest wurde nicht angesehen.</translation>
    </message>
    <message>
        <source>{operation}: {why}</source>
        <translation>{operation}: {why}</translation>
    </message>
    <message>
        <source>{parameters}.</source>
        <translation>{parameters}.</translation>
    </message>
    <message>
        <source>{path!r} cannot be made: {reason}.</source>
        <translation>{path!r} kann nicht angelegt werden: {reason}.</translation>
    </message>
    <message>
        <source>{path!r} cannot be written: {reason}.</source>
        <translation>{path!r} kann nicht geschrieben werden: {reason}.</translation>
    </message>
    <message>
        <source>{path!r} cannot be written: {reason}. Choose another folder.</source>
        <translation>{path!r} kann nicht geschrieben werden: {reason}. Einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>{path!r} could not be written: {reason}.</source>
        <translation>{path!r} konnte nicht geschrieben werden: {reason}.</translation>
    </message>
    <message>
        <source>{path!r} is no path into an answer: {error}</source>
        <translation>{path!r} ist kein Pfad in eine Antwort: {error}</translation>
    </message>
    <message>
        <source>{path} cannot be read: {why}.</source>
        <translation>{path} ist nicht lesbar: {why}.</translation>
    </message>
    <message>
        <source>{path} cannot be used: something else stands in its place.</source>
        <translation>{path} ist nicht nutzbar: An seiner Stelle steht etwas anderes.</translation>
    </message>
    <message>
        <source>{path} cannot be written.</source>
        <translation>{path} kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {why}.</source>
        <translation>{path} kann nicht geschrieben werden: {why}.</translation>
    </message>
    <message>
        <source>{path} could not be read or written.</source>
        <translation>{path} ließ sich nicht lesen oder schreiben.</translation>
    </message>
    <message>
        <source>{path} does not have the form that AWS asks for: {pattern}</source>
        <translation>{path} hat nicht die Form, die AWS verlangt: {pattern}</translation>
    </message>
    <message>
        <source>{path} has no value; leave it out, or give {kind}.</source>
        <translation>{path} hat keinen Wert; weglassen oder angeben: {kind}.</translation>
    </message>
    <message>
        <source>{path} holds something already.</source>
        <translation>{path} enthält bereits etwas.</translation>
    </message>
    <message>
        <source>{path} is a folder.</source>
        <translation>{path} ist ein Ordner.</translation>
    </message>
    <message>
        <source>{path} is nested too deeply.</source>
        <translation>{path} ist zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>{path} is not valid base64.</source>
        <translation>{path} ist kein gültiges Base64.</translation>
    </message>
    <message>
        <source>{path} must be at least {low}.</source>
        <translation>{path} muss mindestens {low} sein.</translation>
    </message>
    <message>
        <source>{path} must be at most {high}.</source>
        <translation>{path} darf höchstens {high} sein.</translation>
    </message>
    <message>
        <source>{path} must be {choices}, not {value!r}.</source>
        <translation>{path} muss {choices} sein, nicht {value!r}.</translation>
    </message>
    <message>
        <source>{path} must be {choices}, not {value!r}; did you mean {near}?</source>
        <translation>{path} muss {choices} sein, nicht {value!r}; ist {near} gemeint?</translation>
    </message>
    <message>
        <source>{path} must be {choices}.</source>
        <translation>{path} muss {choices} sein.</translation>
    </message>
    <message>
        <source>{path} must be {choices}; did you mean {near}?</source>
        <translation>{path} muss {choices} sein; ist {near} gemeint?</translation>
    </message>
    <message>
        <source>{path} must be {kind}, not {given}.</source>
        <translation>{path} muss {kind} sein, nicht {given}.</translation>
    </message>
    <message>
        <source>{path} must be {kind}.</source>
        <translation>{path} muss {kind} sein.</translation>
    </message>
    <message>
        <source>{path} must be {wanted}, but {answer_path} in the answer of step {step} is {given}.</source>
        <translation>{path} muss {wanted} sein, {answer_path} in der Antwort von Schritt {step} ist aber {given}.</translation>
    </message>
    <message numerus="yes">
        <source>{path} must have at least 1 character.</source>
        <comment>{path} must have at least {count} characters.</comment>
        <translation>
            <numerusform>{path} muss mindestens 1 Zeichen haben.</numerusform>
            <numerusform>{path} muss mindestens {count} Zeichen haben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{path} must have at least 1 entry.</source>
        <comment>{path} must have at least {count} entries.</comment>
        <translation>
            <numerusform>{path} muss mindestens 1 Eintrag haben.</numerusform>
            <numerusform>{path} muss mindestens {count} Einträge haben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{path} must have at least 1 item.</source>
        <comment>{path} must have at least {count} items.</comment>
        <translation>
            <numerusform>{path} muss mindestens 1 Element haben.</numerusform>
            <numerusform>{path} muss mindestens {count} Elemente haben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{path} must have at most 1 character.</source>
        <comment>{path} must have at most {count} characters.</comment>
        <translation>
            <numerusform>{path} darf höchstens 1 Zeichen haben.</numerusform>
            <numerusform>{path} darf höchstens {count} Zeichen haben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{path} must have at most 1 entry.</source>
        <comment>{path} must have at most {count} entries.</comment>
        <translation>
            <numerusform>{path} darf höchstens 1 Eintrag haben.</numerusform>
            <numerusform>{path} darf höchstens {count} Einträge haben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{path} must have at most 1 item.</source>
        <comment>{path} must have at most {count} items.</comment>
        <translation>
            <numerusform>{path} darf höchstens 1 Element haben.</numerusform>
            <numerusform>{path} darf höchstens {count} Elemente haben.</numerusform>
        </translation>
    </message>
    <message>
        <source>{path} must have exactly one of {choices}.</source>
        <translation>{path} muss genau eines von {choices} haben.</translation>
    </message>
    <message>
        <source>{path} must not be empty.</source>
        <translation>{path} darf nicht leer sein.</translation>
    </message>
    <message>
        <source>{path} takes a value from step {step}, which is no step before step {own_step}.</source>
        <translation>{path} nimmt einen Wert aus Schritt {step}, der nicht vor Schritt {own_step} liegt.</translation>
    </message>
    <message>
        <source>{path}.base64 is no base64.</source>
        <translation>{path}.base64 ist kein Base64.</translation>
    </message>
    <message>
        <source>{path}: the answer of step {step} ({id}) has nothing to be told at {answer_path}.</source>
        <translation>{path}: Die Antwort von Schritt {step} ({id}) hat unter {answer_path} nichts Bekanntes.</translation>
    </message>
    <message>
        <source>{pattern} is no pattern: {error}.</source>
        <translation>{pattern} ist kein Muster: {error}.</translation>
    </message>
    <message>
        <source>{picture}: this picture cannot be read</source>
        <translation>{picture}: Dieses Bild ist nicht lesbar</translation>
    </message>
    <message numerus="yes">
        <source>{places} and {count} more place</source>
        <comment>{places} and {count} more places</comment>
        <translation>
            <numerusform>{places} und {count} weiterer Ort</numerusform>
            <numerusform>{places} und {count} weitere Orte</numerusform>
        </translation>
    </message>
    <message>
        <source>{policy} gives every right in the account.</source>
        <translation>{policy} gibt alle Rechte im Konto.</translation>
    </message>
    <message>
        <source>{policy} gives nearly every right in the account.</source>
        <translation>{policy} gibt fast alle Rechte im Konto.</translation>
    </message>
    <message>
        <source>{policy} gives the right to give itself every other right.</source>
        <translation>{policy} gibt das Recht, sich selbst jedes andere Recht zu geben.</translation>
    </message>
    <message>
        <source>{ports} of a large part of the internet can be reached from inside.</source>
        <translation>Von innen erreichbar in einem großen Teil des Internets: {ports}.</translation>
    </message>
    <message>
        <source>{ports} of the whole internet can be reached from inside.</source>
        <translation>Von innen erreichbar im ganzen Internet: {ports}.</translation>
    </message>
    <message>
        <source>{ports} will be open to a large part of the internet.</source>
        <translation>Offen für einen großen Teil des Internets: {ports}.</translation>
    </message>
    <message>
        <source>{ports} will be open to the whole internet.</source>
        <translation>Offen für das ganze Internet: {ports}.</translation>
    </message>
    <message>
        <source>{port} is no port.</source>
        <translation>{port} ist kein Port.</translation>
    </message>
    <message>
        <source>{preset} changes nothing here. {notes}</source>
        <translation>{preset} ändert hier nichts. {notes}</translation>
    </message>
    <message>
        <source>{preset} is among your presets.</source>
        <translation>{preset} gehört jetzt zu den eigenen Voreinstellungen.</translation>
    </message>
    <message>
        <source>{preset} is applied. {notes}</source>
        <translation>{preset} ist angewendet. {notes}</translation>
    </message>
    <message>
        <source>{preset} was deleted.</source>
        <translation>{preset} wurde gelöscht.</translation>
    </message>
    <message>
        <source>{problem} (The key is from {variable}.)</source>
        <translation>{problem} (Der Schlüssel stammt aus {variable}.)</translation>
    </message>
    <message>
        <source>{problem} ({count} times)</source>
        <translation>{problem} ({count}-mal)</translation>
    </message>
    <message>
        <source>{problem} Nothing was sent.</source>
        <translation>{problem} Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>{problem} Until then the default settings are used.</source>
        <translation>{problem} Bis dahin gelten die Vorgaben.</translation>
    </message>
    <message>
        <source>{problem} Until then what this Baton understands of it is used.</source>
        <translation>{problem} Bis dahin gilt, was dieses Baton davon versteht.</translation>
    </message>
    <message>
        <source>{problem} Until then {what} are not used.</source>
        <translation>{problem} Bis dahin werden {what} nicht genutzt.</translation>
    </message>
    <message>
        <source>{problem} {models} can.</source>
        <translation>{problem} Möglich ist es mit {models}.</translation>
    </message>
    <message>
        <source>{problem}. And {count} more.</source>
        <translation>{problem}. Und {count} weitere.</translation>
    </message>
    <message>
        <source>{progress}.</source>
        <translation>{progress}.</translation>
    </message>
    <message>
        <source>{provider} needs a key before its models can be used.</source>
        <translation>{provider} braucht einen Schlüssel, bevor seine Modelle nutzbar sind.</translation>
    </message>
    <message>
        <source>{provider} needs a key.</source>
        <translation>{provider} braucht einen Schlüssel.</translation>
    </message>
    <message>
        <source>{provider}, chosen where no other rule fits</source>
        <translation>{provider}, gewählt, wenn keine andere Regel passt</translation>
    </message>
    <message>
        <source>{range} is a large part of the internet.</source>
        <translation>{range} ist ein großer Teil des Internets.</translation>
    </message>
    <message>
        <source>{range} is the whole internet.</source>
        <translation>{range} ist das ganze Internet.</translation>
    </message>
    <message>
        <source>{read} failed.</source>
        <translation>{read} ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>{read} in and {written} out a million tokens</source>
        <translation>{read} ein und {written} aus je Million Token</translation>
    </message>
    <message>
        <source>{read} in and {written} out a million tokens, {cached} cached</source>
        <translation>{read} ein und {written} aus je Million Token, {cached} aus dem Cache</translation>
    </message>
    <message>
        <source>{read} in, {written} out a million tokens</source>
        <translation>{read} Eingabe, {written} Ausgabe je Million Token</translation>
    </message>
    <message>
        <source>{read} may not run unasked, so nothing can be listed.</source>
        <translation>{read} darf nicht ungefragt laufen, daher lässt sich nichts auflisten.</translation>
    </message>
    <message>
        <source>{read} → {written} tokens</source>
        <translation>{read} → {written} Token</translation>
    </message>
    <message>
        <source>{reason} It is set to {value}.</source>
        <translation>{reason} Eingestellt ist {value}.</translation>
    </message>
    <message>
        <source>{reason} Keys are kept for this run only and written nowhere. Install gnome-keyring or KWallet, or unlock the one there is, then start Baton again.</source>
        <translation>{reason} Schlüssel gelten nur für diesen Lauf und werden nirgends aufgeschrieben. gnome-keyring oder KWallet installieren oder den vorhandenen entsperren, dann Baton neu starten.</translation>
    </message>
    <message>
        <source>{reason} Keys are kept for this run only and written nowhere. Unlock the keychain, then start Baton again.</source>
        <translation>{reason} Schlüssel gelten nur für diesen Lauf und werden nirgends aufgeschrieben. Den Schlüsselbund entsperren, dann Baton neu starten.</translation>
    </message>
    <message>
        <source>{reason} Trying again in {seconds} s.</source>
        <translation>{reason} Erneuter Versuch in {seconds} s.</translation>
    </message>
    <message>
        <source>{reason} Trying again.</source>
        <translation>{reason} Erneuter Versuch.</translation>
    </message>
    <message>
        <source>{reference} begins the ids of several actions.</source>
        <translation>Mit {reference} beginnen die IDs mehrerer Aktionen.</translation>
    </message>
    <message>
        <source>{region} is not enabled in {title}.</source>
        <translation>{region} ist in {title} nicht aktiviert.</translation>
    </message>
    <message>
        <source>{remedy} Choose another in Settings &gt; Models.</source>
        <translation>{remedy} Unter Einstellungen &gt; Modelle eine andere wählen.</translation>
    </message>
    <message>
        <source>{repository!r} holds more than one file {name!r}.</source>
        <translation>{repository!r} enthält mehr als eine Datei {name!r}.</translation>
    </message>
    <message>
        <source>{repository!r} holds no GGUF file.</source>
        <translation>{repository!r} enthält keine GGUF-Datei.</translation>
    </message>
    <message>
        <source>{repository!r} holds no file {name!r}.</source>
        <translation>{repository!r} enthält keine Datei {name!r}.</translation>
    </message>
    <message>
        <source>{repository!r} holds several models.</source>
        <translation>{repository!r} enthält mehrere Modelle.</translation>
    </message>
    <message>
        <source>{repository!r} is private, or asks for its terms to be accepted.</source>
        <translation>{repository!r} ist privat oder verlangt die Annahme seiner Bedingungen.</translation>
    </message>
    <message>
        <source>{rows} of the query</source>
        <translation>{rows} der Abfrage</translation>
    </message>
    <message>
        <source>{running} of {count} tasks running</source>
        <translation>{running} von {count} Tasks laufen</translation>
    </message>
    <message>
        <source>{scale} is no scale for an adapter.</source>
        <translation>{scale} ist keine Stärke für einen Adapter.</translation>
    </message>
    <message>
        <source>{scope}: {share} of {budget}</source>
        <translation>{scope}: {share} von {budget}</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>{sentence} {done} of {total} have answered.</source>
        <translation>{sentence} {done} von {total} haben geantwortet.</translation>
    </message>
    <message>
        <source>{sentence}.</source>
        <translation>{sentence}.</translation>
    </message>
    <message>
        <source>{service!r} has no operation {operation!r}.</source>
        <translation>{service!r} hat keine Operation {operation!r}.</translation>
    </message>
    <message>
        <source>{service!r} is no AWS service that Baton knows.</source>
        <translation>{service!r} ist kein AWS-Dienst, den Baton kennt.</translation>
    </message>
    <message>
        <source>{service} costs nothing.</source>
        <translation>{service} kostet nichts.</translation>
    </message>
    <message>
        <source>{service} in {region} cannot be reached.</source>
        <translation>{service} in {region} ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>{service} {operation} in {places}.</source>
        <translation>{service} {operation} in {places}.</translation>
    </message>
    <message>
        <source>{service} · {operation} in {region}</source>
        <translation>{service} · {operation} in {region}</translation>
    </message>
    <message>
        <source>{service}: wait until {state}</source>
        <translation>{service}: warten, bis {state}</translation>
    </message>
    <message numerus="yes">
        <source>{shown} character</source>
        <comment>{shown} characters</comment>
        <translation>
            <numerusform>{shown} Zeichen</numerusform>
            <numerusform>{shown} Zeichen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{shown} line</source>
        <comment>{shown} lines</comment>
        <translation>
            <numerusform>{shown} Zeile</numerusform>
            <numerusform>{shown} Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>{sign_in} If they are right, the region may not be enabled for the account.</source>
        <translation>{sign_in} Wenn sie stimmen, ist vielleicht die Region für das Konto nicht freigeschaltet.</translation>
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
        <translation>{size} GiB {kind}.</translation>
    </message>
    <message>
        <source>{size} with {context} tokens of context, on {device}</source>
        <translation>{size} mit {context} Token Kontext, auf {device}</translation>
    </message>
    <message>
        <source>{size}/s</source>
        <translation>{size}/s</translation>
    </message>
    <message>
        <source>{some} of {all} layers on the GPU</source>
        <translation>{some} von {all} Schichten auf der GPU</translation>
    </message>
    <message>
        <source>{source}; corrected by you</source>
        <translation>{source}; von Ihnen berichtigt</translation>
    </message>
    <message>
        <source>{speaker} calls {tool}</source>
        <translation>{speaker} ruft {tool} auf</translation>
    </message>
    <message>
        <source>{speaker} {tool} returned</source>
        <translation>{speaker} {tool} lieferte</translation>
    </message>
    <message>
        <source>{speaker}, a file</source>
        <translation>{speaker}, eine Datei</translation>
    </message>
    <message>
        <source>{speaker}, thinking</source>
        <translation>{speaker}, denkend</translation>
    </message>
    <message>
        <source>{start} to {end} UTC</source>
        <translation>{start} bis {end} UTC</translation>
    </message>
    <message numerus="yes">
        <source>{steps} can be undone.</source>
        <comment>{steps} can be undone.</comment>
        <translation>
            <numerusform>{steps} lässt sich rückgängig machen.</numerusform>
            <numerusform>{steps} lassen sich rückgängig machen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{steps} of {total} was carried out</source>
        <comment>{steps} of {total} were carried out</comment>
        <translation>
            <numerusform>{steps} von {total} wurde ausgeführt</numerusform>
            <numerusform>{steps} von {total} wurden ausgeführt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{steps} was not begun</source>
        <comment>{steps} were not begun</comment>
        <translation>
            <numerusform>{steps} wurde nicht begonnen</numerusform>
            <numerusform>{steps} wurden nicht begonnen</numerusform>
        </translation>
    </message>
    <message>
        <source>{story}, {clause}</source>
        <translation>{story}, {clause}</translation>
    </message>
    <message>
        <source>{story}.</source>
        <translation>{story}.</translation>
    </message>
    <message>
        <source>{target} holds answers of {others}, and {id} was asked for.</source>
        <translation>{target} enthält Antworten von {others}, verlangt wurde aber {id}.</translation>
    </message>
    <message>
        <source>{task}: {reason}.</source>
        <translation>{task}: {reason}.</translation>
    </message>
    <message>
        <source>{text} is no AWS operation that Baton knows.</source>
        <translation>{text} ist keine AWS-Operation, die Baton kennt.</translation>
    </message>
    <message>
        <source>{text} is no AWS service that Baton knows.</source>
        <translation>{text} ist kein AWS-Dienst, den Baton kennt.</translation>
    </message>
    <message>
        <source>{text} is no account: its number has 12 digits.</source>
        <translation>{text} ist kein Konto: Seine Nummer hat 12 Ziffern.</translation>
    </message>
    <message>
        <source>{text} is no length of time.</source>
        <translation>{text} ist keine Zeitdauer.</translation>
    </message>
    <message>
        <source>{text} is no model id.</source>
        <translation>{text} ist keine Modell-ID.</translation>
    </message>
    <message>
        <source>{text} is no operation.</source>
        <translation>{text} ist keine Operation.</translation>
    </message>
    <message>
        <source>{text} is no region, as eu-west-1 is, and no pattern, as eu-* is.</source>
        <translation>{text} ist weder eine Region wie eu-west-1 noch ein Muster wie eu-*.</translation>
    </message>
    <message>
        <source>{text} is no risk; there are {known}.</source>
        <translation>{text} ist kein Risiko; es gibt {known}.</translation>
    </message>
    <message>
        <source>{text} is no tag; write it as key=value, or key.</source>
        <translation>{text} ist kein Tag; als key=value oder key schreiben.</translation>
    </message>
    <message>
        <source>{text} is no verdict; there are {known}.</source>
        <translation>{text} ist kein Urteil; es gibt {known}.</translation>
    </message>
    <message>
        <source>{text} names no service; write it as in s3:DeleteBucket, or give services.</source>
        <translation>{text} nennt keinen Dienst; als s3:DeleteBucket schreiben oder services angeben.</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>noch {time}</translation>
    </message>
    <message>
        <source>{tip}; Escape does it too</source>
        <translation>{tip}; Escape tut es auch</translation>
    </message>
    <message>
        <source>{title!r} needs an MFA code, and none was given.</source>
        <translation>{title!r} braucht einen MFA-Code, und es wurde keiner eingegeben.</translation>
    </message>
    <message>
        <source>{title!r} needs an MFA code.</source>
        <translation>{title!r} braucht einen MFA-Code.</translation>
    </message>
    <message>
        <source>{titles}: cannot be set. {why}</source>
        <translation>{titles}: nicht einstellbar. {why}</translation>
    </message>
    <message>
        <source>{title}  ·  {changed} set</source>
        <translation>{title}  ·  {changed} gesetzt</translation>
    </message>
    <message>
        <source>{title} (copy)</source>
        <translation>{title} (Kopie)</translation>
    </message>
    <message>
        <source>{title} (imported)</source>
        <translation>{title} (importiert)</translation>
    </message>
    <message>
        <source>{title} (legacy)</source>
        <translation>{title} (veraltet)</translation>
    </message>
    <message>
        <source>{title} (may be empty)</source>
        <translation>{title} (darf leer sein)</translation>
    </message>
    <message>
        <source>{title} began an answer and ended it without a word.</source>
        <translation>{title} hat eine Antwort begonnen und ohne ein Wort beendet.</translation>
    </message>
    <message>
        <source>{title} could not take the request just now.{quoted}</source>
        <translation>{title} konnte die Anfrage gerade nicht annehmen.{quoted}</translation>
    </message>
    <message>
        <source>{title} did not accept the key.</source>
        <translation>{title} hat den Schlüssel nicht angenommen.</translation>
    </message>
    <message>
        <source>{title} did not begin an answer within {first_s} s.</source>
        <translation>{title} hat innerhalb von {first_s} s keine Antwort begonnen.</translation>
    </message>
    <message>
        <source>{title} did not list its models in time.</source>
        <translation>{title} hat seine Modelle nicht rechtzeitig aufgelistet.</translation>
    </message>
    <message>
        <source>{title} does not count tokens for {model!r}.</source>
        <translation>{title} zählt für {model!r} keine Token.</translation>
    </message>
    <message>
        <source>{title} does not take this request.{quoted}</source>
        <translation>{title} nimmt diese Anfrage nicht an.{quoted}</translation>
    </message>
    <message>
        <source>{title} does not take this request: {problems}</source>
        <translation>{title} nimmt diese Anfrage nicht an: {problems}</translation>
    </message>
    <message>
        <source>{title} does not think, by your own correction.</source>
        <translation>{title} denkt nicht, nach Ihrer eigenen Berichtigung.</translation>
    </message>
    <message>
        <source>{title} failed in Baton itself; its log says why.</source>
        <translation>{title} ist in Baton selbst fehlgeschlagen; das Protokoll sagt, warum.</translation>
    </message>
    <message>
        <source>{title} has a fault of its own ({status}).{quoted}</source>
        <translation>{title} hat selbst einen Fehler ({status}).{quoted}</translation>
    </message>
    <message>
        <source>{title} has no model {model!r} in this region.{quoted}</source>
        <translation>{title} hat in dieser Region kein Modell {model!r}.{quoted}</translation>
    </message>
    <message>
        <source>{title} has no model {model!r}, or this key may not use it.</source>
        <translation>{title} hat kein Modell {model!r}, oder dieser Schlüssel darf es nicht verwenden.</translation>
    </message>
    <message>
        <source>{title} is a list of models, not {given}.</source>
        <translation>{title} ist eine Liste von Modellen, nicht {given}.</translation>
    </message>
    <message>
        <source>{title} is a number, not {given}.</source>
        <translation>{title} ist eine Zahl, nicht {given}.</translation>
    </message>
    <message>
        <source>{title} is a text, not {given}.</source>
        <translation>{title} ist ein Text, nicht {given}.</translation>
    </message>
    <message>
        <source>{title} is getting too many requests from this account.</source>
        <translation>{title} bekommt zu viele Anfragen von diesem Konto.</translation>
    </message>
    <message>
        <source>{title} is getting too many requests from this key.</source>
        <translation>{title} bekommt zu viele Anfragen mit diesem Schlüssel.</translation>
    </message>
    <message>
        <source>{title} is left out: {message}</source>
        <translation>{title} wird ausgelassen: {message}</translation>
    </message>
    <message>
        <source>{title} is one of {known}; not {given}.</source>
        <translation>{title} ist eines von {known}; nicht {given}.</translation>
    </message>
    <message>
        <source>{title} is overloaded.</source>
        <translation>{title} ist überlastet.</translation>
    </message>
    <message>
        <source>{title} is set to {value}. {why}</source>
        <translation>{title} ist auf {value} gesetzt. {why}</translation>
    </message>
    <message>
        <source>{title} is there already.</source>
        <translation>{title} ist schon da.</translation>
    </message>
    <message>
        <source>{title} is true or false, not {given}.</source>
        <translation>{title} ist true oder false, nicht {given}.</translation>
    </message>
    <message>
        <source>{title} is {maximum}, the most that {model} writes.</source>
        <translation>{title} ist {maximum}: mehr schreibt {model} nicht.</translation>
    </message>
    <message>
        <source>{title} must be at least {limit}.</source>
        <translation>{title} muss mindestens {limit} sein.</translation>
    </message>
    <message>
        <source>{title} must be at most {limit}.</source>
        <translation>{title} darf höchstens {limit} sein.</translation>
    </message>
    <message>
        <source>{title} now leads to another identity than the one shown, so nothing was sent.</source>
        <translation>{title} führt jetzt zu einer anderen Identität als der gezeigten, daher wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>{title} reads no PDFs, so {name} was not sent.</source>
        <translation>{title} liest keine PDFs, daher wurde {name} nicht gesendet.</translation>
    </message>
    <message>
        <source>{title} reads text only, and {name!r} is a file.</source>
        <translation>{title} liest nur Text, und {name!r} ist eine Datei.</translation>
    </message>
    <message>
        <source>{title} refused the request.{quoted}</source>
        <translation>{title} hat die Anfrage abgelehnt.{quoted}</translation>
    </message>
    <message>
        <source>{title} refused: the account has no credit left, or a limit was reached.{quoted}</source>
        <translation>{title} hat abgelehnt: Das Konto hat kein Guthaben mehr, oder eine Grenze ist erreicht.{quoted}</translation>
    </message>
    <message>
        <source>{title} sees no pictures, so {name} was not sent.</source>
        <translation>{title} sieht keine Bilder, daher wurde {name} nicht gesendet.</translation>
    </message>
    <message>
        <source>{title} sent nothing for too long.</source>
        <translation>{title} hat zu lange nichts gesendet.</translation>
    </message>
    <message>
        <source>{title} sent nothing for {silence_s} s.</source>
        <translation>{title} hat {silence_s} s lang nichts gesendet.</translation>
    </message>
    <message>
        <source>{title} takes a list of texts that are not empty.</source>
        <translation>{title} nimmt eine Liste von Texten, die nicht leer sind.</translation>
    </message>
    <message>
        <source>{title} takes a number that can be reckoned with, not {given}.</source>
        <translation>{title} nimmt eine Zahl, mit der sich rechnen lässt, nicht {given}.</translation>
    </message>
    <message>
        <source>{title} takes a number, not {given}.</source>
        <translation>{title} nimmt eine Zahl, nicht {given}.</translation>
    </message>
    <message>
        <source>{title} takes a whole number, not {given}.</source>
        <translation>{title} nimmt eine ganze Zahl, nicht {given}.</translation>
    </message>
    <message>
        <source>{title} takes at most {limit} texts, not {given}.</source>
        <translation>{title} nimmt höchstens {limit} Texte, nicht {given}.</translation>
    </message>
    <message>
        <source>{title} takes no batches.</source>
        <translation>{title} nimmt keine Stapel an.</translation>
    </message>
    <message>
        <source>{title} takes no system prompt.</source>
        <translation>{title} nimmt keinen System-Prompt an.</translation>
    </message>
    <message>
        <source>{title} takes no tools.</source>
        <translation>{title} nimmt keine Tools an.</translation>
    </message>
    <message>
        <source>{title} takes texts of at most {limit} characters each.</source>
        <translation>{title} nimmt Texte von je höchstens {limit} Zeichen.</translation>
    </message>
    <message>
        <source>{title} took too long and gave up.</source>
        <translation>{title} hat zu lange gebraucht und aufgegeben.</translation>
    </message>
    <message>
        <source>{title}, being answered</source>
        <translation>{title}, wird beantwortet</translation>
    </message>
    <message>
        <source>{title}, {changed} set</source>
        <translation>{title}, {changed} gesetzt</translation>
    </message>
    <message>
        <source>{title}, {count} found</source>
        <translation>{title}, {count} gefunden</translation>
    </message>
    <message>
        <source>{title}: its messages hung together in a circle, which was cut where it closes.</source>
        <translation>{title}: Die Nachrichten hingen im Kreis zusammen; er wurde aufgetrennt, wo er sich schließt.</translation>
    </message>
    <message numerus="yes">
        <source>{title}: {count} time in it is none, and is replaced by the nearest one that was known.</source>
        <comment>{title}: {count} times in it are none, and are replaced by the nearest ones that were known.</comment>
        <translation>
            <numerusform>{title}: {count} Zeitangabe darin ist keine und wird durch die nächste bekannte ersetzt.</numerusform>
            <numerusform>{title}: {count} Zeitangaben darin sind keine und werden durch die nächsten bekannten ersetzt.</numerusform>
        </translation>
    </message>
    <message>
        <source>{title}: {text}</source>
        <translation>{title}: {text}</translation>
    </message>
    <message>
        <source>{tokens} context</source>
        <translation>{tokens} Kontext</translation>
    </message>
    <message>
        <source>{tokens} tokens</source>
        <translation>{tokens} Token</translation>
    </message>
    <message>
        <source>{tokens} tokens of context</source>
        <translation>{tokens} Token Kontext</translation>
    </message>
    <message>
        <source>{tokens} tokens of context, {count} answers at once</source>
        <translation>{tokens} Token Kontext, Antworten gleichzeitig: {count}</translation>
    </message>
    <message>
        <source>{tokens} tokens/s</source>
        <translation>{tokens} Token/s</translation>
    </message>
    <message>
        <source>{url!r} is no address.</source>
        <translation>{url!r} ist keine Adresse.</translation>
    </message>
    <message>
        <source>{url} answered with something that is not the protocol of {title}.</source>
        <translation>{url} hat etwas geantwortet, das nicht das Protokoll von {title} ist.</translation>
    </message>
    <message>
        <source>{url} cannot be reached.</source>
        <translation>{url} ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>{url} could not be reached in time.</source>
        <translation>{url} war nicht rechtzeitig erreichbar.</translation>
    </message>
    <message>
        <source>{url} could not be reached securely.</source>
        <translation>{url} war nicht sicher erreichbar.</translation>
    </message>
    <message>
        <source>{url} ended the connection without an answer.</source>
        <translation>{url} hat die Verbindung ohne Antwort beendet.</translation>
    </message>
    <message>
        <source>{url} is no address. Write it as https://host/v1.</source>
        <translation>{url} ist keine Adresse. Als https://host/v1 schreiben.</translation>
    </message>
    <message>
        <source>{url} is no http or https address. Write it as https://host/v1.</source>
        <translation>{url} ist keine http- oder https-Adresse. Als https://host/v1 schreiben.</translation>
    </message>
    <message>
        <source>{url} only points to another address.</source>
        <translation>{url} verweist nur auf eine andere Adresse.</translation>
    </message>
    <message>
        <source>{used} of {limit} tokens</source>
        <translation>{used} von {limit} Token</translation>
    </message>
    <message>
        <source>{used} of {whole} tokens, {kept} of them kept for the answer ({share} full).</source>
        <translation>{used} von {whole} Token, davon {kept} für die Antwort reserviert (zu {share} voll).</translation>
    </message>
    <message numerus="yes">
        <source>{values} is reset to the defaults of {model}.</source>
        <comment>{values} are reset to the defaults of {model}.</comment>
        <translation>
            <numerusform>{values} ist auf die Vorgabe von {model} zurückgesetzt.</numerusform>
            <numerusform>{values} sind auf die Vorgaben von {model} zurückgesetzt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{values} is reset to the model&apos;s defaults.</source>
        <comment>{values} are reset to the model&apos;s defaults.</comment>
        <translation>
            <numerusform>{values} ist auf die Vorgabe des Modells zurückgesetzt.</numerusform>
            <numerusform>{values} sind auf die Vorgaben des Modells zurückgesetzt.</numerusform>
        </translation>
    </message>
    <message>
        <source>{value} is no JSON value</source>
        <translation>{value} ist kein JSON-Wert</translation>
    </message>
    <message>
        <source>{value} mixes letters of different alphabets that look alike.</source>
        <translation>{value} mischt gleich aussehende Buchstaben verschiedener Alphabete.</translation>
    </message>
    <message>
        <source>{value}… ({count} characters)</source>
        <translation>{value}… ({count} Zeichen)</translation>
    </message>
    <message>
        <source>{vendor} takes no {parameter} for {model}.</source>
        <translation>{vendor} nimmt für {model} kein {parameter}.</translation>
    </message>
    <message>
        <source>{verb} the {service} {noun} {name}</source>
        <translation>{service} {noun} {name} {verb}</translation>
    </message>
    <message>
        <source>{verb} {count} {noun}</source>
        <translation>{count} {noun} {verb}</translation>
    </message>
    <message>
        <source>{verb} {count} {service} {noun}</source>
        <translation>{count} {service} {noun} {verb}</translation>
    </message>
    <message>
        <source>{verb} {noun}</source>
        <translation>{noun} {verb}</translation>
    </message>
    <message>
        <source>{verb} {service} {noun}</source>
        <translation>{service} {noun} {verb}</translation>
    </message>
    <message>
        <source>{verb} {service} {noun} for {name}</source>
        <translation>{service} {noun} für {name} {verb}</translation>
    </message>
    <message>
        <source>{verb}, one after the other</source>
        <translation>{verb}, nacheinander</translation>
    </message>
    <message>
        <source>{verdict} until {moment}</source>
        <translation>{verdict} bis {moment}</translation>
    </message>
    <message>
        <source>{version} in branch {branch}</source>
        <translation>{version} in Zweig {branch}</translation>
    </message>
    <message>
        <source>{wanted} of {layers} layers take {needed} of GPU memory, and {free} can be used.</source>
        <translation>{wanted} von {layers} Schichten brauchen {needed} GPU-Speicher, und {free} sind verwendbar.</translation>
    </message>
    <message>
        <source>{wanted} wanted, {least} to {most}</source>
        <translation>{wanted} gewünscht, {least} bis {most}</translation>
    </message>
    <message>
        <source>{what} in all regions</source>
        <translation>{what}, in allen Regionen</translation>
    </message>
    <message>
        <source>{what} in {region}</source>
        <translation>{what}, in {region}</translation>
    </message>
    <message>
        <source>{what} in {region}.</source>
        <translation>{what} in {region}.</translation>
    </message>
    <message>
        <source>{what} is too large to be followed by a local model.</source>
        <translation>{what} ist zu groß, als dass ein lokales Modell folgen könnte.</translation>
    </message>
    <message>
        <source>{what} leaves no answer that a local model could give: it contradicts itself, or has no end.</source>
        <translation>{what} lässt keine Antwort übrig, die ein lokales Modell geben könnte: Es widerspricht sich oder hat kein Ende.</translation>
    </message>
    <message>
        <source>{what}.</source>
        <translation>{what}.</translation>
    </message>
    <message>
        <source>{what}: your filter could not judge it. {problem}</source>
        <translation>{what}: Der Filter konnte sie nicht beurteilen. {problem}</translation>
    </message>
    <message>
        <source>{what}: your moderation filter held it back ({reasons}).</source>
        <translation>{what}: Der Moderationsfilter hat sie zurückgehalten ({reasons}).</translation>
    </message>
    <message>
        <source>{what}: {now}, then {then}</source>
        <translation>{what}: {now}, dann {then}</translation>
    </message>
    <message>
        <source>{where} has no {name}</source>
        <translation>{where} hat kein {name}</translation>
    </message>
    <message>
        <source>{where} must be a list.</source>
        <translation>{where} muss eine Liste sein.</translation>
    </message>
    <message>
        <source>{where} must be a set of names and values.</source>
        <translation>{where} muss ein Satz von Namen und Werten sein.</translation>
    </message>
    <message>
        <source>{where} should be a number, not one of {count} digits</source>
        <translation>{where} sollte eine Zahl sein, nicht eine mit {count} Ziffern</translation>
    </message>
    <message>
        <source>{where} should be a time, not {given}</source>
        <translation>{where} sollte eine Zeitangabe sein, nicht {given}</translation>
    </message>
    <message>
        <source>{where} should be an object</source>
        <translation>{where} sollte ein Objekt sein</translation>
    </message>
    <message>
        <source>{where} should be one of {names}, not {given}</source>
        <translation>{where} sollte eines von {names} sein, nicht {given}</translation>
    </message>
    <message>
        <source>{where} should be {wanted}, not {given}</source>
        <translation>{where} sollte {wanted} sein, nicht {given}</translation>
    </message>
    <message>
        <source>{where}.{name} calls {operation}, which is no read but {risk}.</source>
        <translation>{where}.{name} ruft {operation} auf; das liest nicht, sondern ist {risk}.</translation>
    </message>
    <message>
        <source>{where}.{name} has no key {unknown}.</source>
        <translation>{where}.{name} hat keinen Schlüssel {unknown}.</translation>
    </message>
    <message>
        <source>{where}: a block of its content should be an object</source>
        <translation>{where}: Ein Block seines Inhalts sollte ein Objekt sein</translation>
    </message>
    <message>
        <source>{where}: a part of its content should be an object</source>
        <translation>{where}: Ein Teil seines Inhalts sollte ein Objekt sein</translation>
    </message>
    <message>
        <source>{where}: a part&apos;s text should be a text</source>
        <translation>{where}: Der Text eines Teils sollte ein Text sein</translation>
    </message>
    <message>
        <source>{where}: isCreatedByUser should be true or false</source>
        <translation>{where}: isCreatedByUser sollte true oder false sein</translation>
    </message>
    <message>
        <source>{where}: the sender should be human or assistant</source>
        <translation>{where}: Der Absender sollte human oder assistant sein</translation>
    </message>
    <message>
        <source>{where}: {name} should be {words}</source>
        <translation>{where}: {name} sollte {words} sein</translation>
    </message>
    <message>
        <source>{who} may not perform {action}.</source>
        <translation>{who} darf {action} nicht ausführen.</translation>
    </message>
    <message>
        <source>{who} may not perform {action}: a policy denies it explicitly.</source>
        <translation>{who} darf {action} nicht ausführen: Eine Richtlinie verbietet es ausdrücklich.</translation>
    </message>
    <message>
        <source>{why} Meanwhile the history can be read and exported, but nothing can be written to it.</source>
        <translation>{why} Bis dahin kann der Verlauf gelesen und exportiert, aber nichts hineingeschrieben werden.</translation>
    </message>
    <message>
        <source>{width} x {height} pixels</source>
        <translation>{width} x {height} Pixel</translation>
    </message>
    <message>
        <source>{words} is a number of tokens from 1 to {most}.</source>
        <translation>{words} ist eine Anzahl Token von 1 bis {most}.</translation>
    </message>
    <message>
        <source>{words} is a price from 0 to {most} dollars a million tokens.</source>
        <translation>{words} ist ein Preis von 0 bis {most} Dollar je Million Token.</translation>
    </message>
    <message>
        <source>{word} cannot be trusted for a time: what destroys or changes permissions is always asked about.</source>
        <translation>{word} lässt sich nicht auf Zeit vertrauen: Was zerstört oder Berechtigungen ändert, wird immer erfragt.</translation>
    </message>
    <message>
        <source>{word} is no AWS service that Baton knows.</source>
        <translation>{word} ist kein AWS-Dienst, den Baton kennt.</translation>
    </message>
    <message>
        <source>“{key}” is no list and was passed over.</source>
        <translation>„{key}“ ist keine Liste und wurde übergangen.</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>„{name}“</translation>
    </message>
    <message>
        <source>“{title}” is this chat&apos;s system prompt.</source>
        <translation>„{title}“ ist jetzt der System-Prompt dieses Chats.</translation>
    </message>
    <message>
        <source>“{title}” is yours to change.</source>
        <translation>„{title}“ kann jetzt geändert werden.</translation>
    </message>
    <message>
        <source>“{title}” was answered.</source>
        <translation>„{title}“ wurde beantwortet.</translation>
    </message>
    <message>
        <source>“{title}” was deleted.</source>
        <translation>„{title}“ wurde gelöscht.</translation>
    </message>
    <message>
        <source>“{title}” was deleted. It lies in the bin for {days} days.</source>
        <translation>„{title}“ wurde gelöscht. Der Chat liegt {days} Tage im Papierkorb.</translation>
    </message>
    <message>
        <source>“{title}” was moved out of the folder.</source>
        <translation>„{title}“ wurde aus dem Ordner genommen.</translation>
    </message>
    <message>
        <source>“{title}” was moved to {folder}.</source>
        <translation>„{title}“ wurde nach {folder} verschoben.</translation>
    </message>
    <message>
        <source>“{title}” was put into the archive.</source>
        <translation>„{title}“ wurde archiviert.</translation>
    </message>
    <message>
        <source>“{title}” was restored.</source>
        <translation>„{title}“ wurde wiederhergestellt.</translation>
    </message>
    <message>
        <source>“{title}” was saved.</source>
        <translation>„{title}“ wurde gespeichert.</translation>
    </message>
    <message>
        <source>“{title}” was taken out of the archive.</source>
        <translation>„{title}“ wurde aus dem Archiv geholt.</translation>
    </message>
    <message>
        <source>“{words}” is needed.</source>
        <translation>„{words}“ ist nötig.</translation>
    </message>
    <message>
        <source>“{words}” is one of {choices}; not {value}.</source>
        <translation>„{words}“ ist eines von {choices}, nicht {value}.</translation>
    </message>
    <message>
        <source>“{words}” takes a number, not {value}.</source>
        <translation>„{words}“ verlangt eine Zahl, nicht {value}.</translation>
    </message>
    <message>
        <source>• and {count} more</source>
        <translation>• und {count} weitere</translation>
    </message>
    <message>
        <source>… and more</source>
        <translation>… und mehr</translation>
    </message>
    <message>
        <source>… cut here; copy or save it to have all of it</source>
        <translation>… hier gekürzt; kopieren oder speichern, um alles zu haben</translation>
    </message>
    <message>
        <source>… cut here; copy or save the result to have all of it</source>
        <translation>… hier gekürzt; das Ergebnis kopieren oder speichern, um alles zu haben</translation>
    </message>
    <message>
        <source>… {count} characters in all …</source>
        <translation>… insgesamt {count} Zeichen …</translation>
    </message>
    <message>
        <source>‹ Back</source>
        <translation>‹ Zurück</translation>
    </message>
    <message>
        <source>‹ Back to what was found</source>
        <translation>‹ Zurück zu den Funden</translation>
    </message>
</context>
</TS>
