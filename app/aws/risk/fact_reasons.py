"""The reasons of the curated facts about risk, for translators: they stand in ``risk.toml``, where Linguist
does not look. Owns no other use; a test holds the two together.
"""

from __future__ import annotations

from app.domain.language import marked

FACT_REASONS = (
    marked("It hands out a secret's value."),
    marked("It shows parameter values, which hold secrets where they are SecureStrings."),
    marked("It hands out temporary credentials, and changes nothing."),
    marked("It turns ciphertext into plain data, and changes nothing."),
    marked("It hands out a key, or a secret that two sides share, and changes nothing."),
    marked("It shows what a refused request was about, which AWS keeps encoded because it can hold secrets."),
    marked("It shows what people wrote or sent in a chat."),
    marked("It hands out a database's administrator password."),
    marked("It hands out a machine's administrator password or its remote access."),
    marked("It shows start scripts (user data), where secrets often stand."),
    marked("It shows the whole configuration of any resource, environment variables and start scripts too."),
    marked("It shows environment variables, where secrets often stand, or a link to the code."),
    marked("It shows connection settings, which can hold passwords in plain text."),
    marked("It hands out a token or a link that lets others in."),
    marked("It hands out keys of an API, or codes that clients sign in with."),
    marked("It hands out a certificate's private key, or a configuration that lets its holder connect."),
    marked("It shows stored data: the contents of objects, files or images."),
    marked("It shows stored data: rows of tables, records of streams or results of queries."),
    marked("It shows the contents of logs, which may hold personal data and secrets."),
    marked("It shows personal data: names, addresses, telephone numbers or what people said."),
    marked("It shows who may do what in the whole account, or when each user last signed in."),
    marked("It shows rules for passwords, not passwords."),
    marked("A changed password that waits to be applied is shown as asterisks."),
    marked("AWS leaves the client secret out of this answer."),
    marked("It shows names and states of credentials, not the credentials."),
    marked("AWS's own policy for reading alone (ReadOnlyAccess) allows it."),
    marked(
        "Receiving hides messages from other readers, counts a delivery and can move them to the dead-letter queue."
    ),
    marked("It takes a task from a queue, so that no other worker gets it."),
    marked("It runs a model, a function or an agent: that costs money, and what runs can change anything."),
    marked("It runs a statement that the caller writes, which can change or delete data."),
    marked("It starts or stops a query or a report, which costs money."),
    marked("It starts a job, or takes from a quota, although it is named like a read."),
    marked("It starts a detection that writes its outcome to the stack."),
    marked("It runs code or a template that the caller gives."),
    marked("It ends or changes viewers' sessions, although botocore marks it as read-only."),
    marked("It hands out access that others can use, and can create the user that has it."),
    marked("It sends the user a code by email or text message, although IAM calls it a read."),
    marked("It sends a user's name and password to the identity provider, which may count or refuse the attempt."),
    marked("What is revoked cannot be made valid again, and all who rely on it are refused."),
    marked("It throws away what is there, or puts an older state in its place."),
    marked("Once the waiting time is over, everything encrypted with the key is lost."),
    marked("What is older than the rule says is deleted, and cannot be brought back."),
    marked("It puts earlier data in the place of what is there now."),
    marked("It deletes the parts that were uploaded so far."),
    marked("It closes an account, or takes it out of its organisation."),
    marked("It gives a domain away."),
    marked("Its instances are terminated with it where the call says so."),
    marked("It takes targets out of rotation; they stay as they are."),
    marked("It changes who may sign in, or what they may do."),
)
