## What other commands of `start-somewhere` say.
terminal-made = made { $file }
terminal-warning = warning: { $says }

# The database and its keys
terminal-database-none = there is no database at { $file }: is DATABASE_URL right? `start-somewhere load my-district` makes one from your district's files
terminal-database-no-folder = there is no folder { $path }: is DATABASE_URL right?
terminal-database-exposed = other users of this machine can get at the database: { $mend }
terminal-database-shared = other users of this machine can write into { $path }: make a folder for the database alone (mkdir -m 700 FOLDER), move the database there with what is beside it, if there is one, and set DATABASE_URL to it
terminal-database-unusable = this user cannot read and write { $path }: it has to belong to this user (chmod 600, a folder 700), on a disk that can be written
terminal-database-damaged = the database file is damaged, or is none: put back a copy of it
terminal-database-away = the database that DATABASE_URL names lets nobody in: see whether the address is right and its server is up
terminal-database-older = the database is an older version's: `start-somewhere migrate` brings it to what this one needs
terminal-database-newer = the database is a newer version's: start that version, or put back a copy of the database from before it
terminal-several-processes = several processes need PostgreSQL: SQLite is for one, the command run
terminal-another-process = another process works on this database already
terminal-keys-needed = PostgreSQL needs CONNECTION_KEYS, and it is empty: `start-somewhere new-key` prints a key. Set it for every process, and keep it apart from the database and its copies
terminal-no-key = { $where }: a key is what new-key prints
terminal-key-missing = the database is sealed under a key that is not here: set CONNECTION_KEYS to that key again
terminal-key-file-missing = the database is sealed under a key that is not here: set CONNECTION_KEYS to that key again, or put back the file { $file }
terminal-secrets-lost =
    { $count ->
        [one] 1 of the secrets is closed with none of the keys; nothing was done to it
       *[other] { $count } of the secrets are closed with none of the keys; nothing was done to these
    }

# `code`
terminal-no-district = no district has the key '{ $key }'; `load` reads it from its files
terminal-no-caretakers = the files of '{ $key }' name no caretakers: nobody could hand a code in

# `calendar`
terminal-which-file = calendar: which file?
terminal-which-district = which district? --district takes its key in district.yaml
terminal-calendar-shut = { $file }: { $why }
terminal-calendar-unreadable = { $file }: { $why }
terminal-calendar-none = no calendar was taken over, or --district takes the key in district.yaml
terminal-calendar-not-yet = Nothing was changed. With --apply it is taken over.

# What hangs on what a load leaves without people
left-committee = no role sits on { $name } any more: { $open }
left-role = nobody acts for the role '{ $key }' any more: { $open }
left-questions =
    { $count ->
        [one] 1 open question
       *[other] { $count } open questions
    }
left-faq =
    { $count ->
        [one] 1 FAQ entry
       *[other] { $count } FAQ entries
    }
left-polls =
    { $count ->
        [one] 1 open poll
       *[other] { $count } open polls
    }
left-messages =
    { $count ->
        [one] 1 open message
       *[other] { $count } open messages
    }
left-meetings =
    { $count ->
        [one] 1 open series of meetings
       *[other] { $count } open series of meetings
    }
left-listening =
    { $count ->
        [one] 1 open listening session
       *[other] { $count } open listening sessions
    }
left-goals =
    { $count ->
        [one] 1 shared goal
       *[other] { $count } shared goals
    }
left-commitments =
    { $count ->
        [one] 1 commitment to a goal
       *[other] { $count } commitments to goals
    }
left-rounds =
    { $count ->
        [one] 1 group's part of a round
       *[other] { $count } groups' parts of a round
    }

# Settings, after the name of one
setting-wrong = { $name }: { $why }
setting-database-url = it is like sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME
setting-one-of = it is { $known }
setting-unfit = it does not fit; `.env.example` says what goes there
setting-number = it is a whole number, such as 8000
setting-yes-or-no = it is true or false

# `--help`
does-this = Start Somewhere, for the people who run public schools together
does-run = the bot, connected to every platform that has a token
does-web = one of several processes on PostgreSQL: what Slack calls over HTTP
does-worker = one of several processes on PostgreSQL: everything else
does-migrate = brings the database to what this version needs
does-load = reads a district's files into the database
does-code = prints a code that ties a workspace to a district
does-code-district = its key in district.yaml
does-calendar = reads days without school from an iCal or CSV file, and shows them
does-calendar-file = of at most 10 MB; none with --undo
does-calendar-district = its key in district.yaml, if there are several
does-calendar-apply = takes them over; otherwise nothing is changed
does-calendar-undo = takes back the calendar that was taken over last
does-check = says what is in order and what is to be done, and changes nothing
does-new-key = prints a key for CONNECTION_KEYS
does-reseal = closes all that is sealed in the database with the first of the keys
does-demo = the bot with a pretend Slack and a pretend Discord, in the browser
does-demo-port = of the page; any free one if it is taken
