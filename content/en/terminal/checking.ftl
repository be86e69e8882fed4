## `start-somewhere check`: what is in order and what is to be done, for the person who sets the bot up.
check-here = Settings and database
check-is-fine = In order: { $said }
check-is-note = Good to know: { $said }
check-is-todo = To do: { $said }
check-more = { $count } more
check-all-fine = Everything that can be looked at from here is in order.
check-left =
    { $count ->
        [one] One thing is to be done. Then run `start-somewhere check` again.
       *[other] { $count } things are to be done. Then run `start-somewhere check` again.
    }

check-settings-none = Neither Slack nor Discord has a token. Set SLACK_BOT_TOKEN or DISCORD_TOKEN in `.env`; the README says where each comes from.
check-settings-slack-line = SLACK_BOT_TOKEN is set, but the bot hears nothing from Slack. Set SLACK_APP_TOKEN too, or SLACK_SIGNING_SECRET where Slack calls the bot.
check-settings-slack-token = SLACK_APP_TOKEN or SLACK_SIGNING_SECRET is set, but SLACK_BOT_TOKEN is empty, so Slack is left out. Set it to the Bot User OAuth Token of the installed app.
check-settings-slack-install = Slack can be installed from here only with both SLACK_CLIENT_ID and SLACK_CLIENT_SECRET, and one is empty. Set both, or neither.
check-database-fine = The database is there, as this version needs it, and its key opens it.
check-database-none = There is no database at { $file }. If that is not where yours is, mend DATABASE_URL; otherwise `start-somewhere load my-district` makes one from your district's files.
check-database-older = The database is not as this version needs it. Run `start-somewhere migrate`.
check-database-newer = The database is a newer version's than this one. Start that version again, or put back a copy of the database from before it.
check-database-exposed = Other users of this machine can get at the database. Run: { $mend }
check-database-shared = Other users of this machine can write into { $path }. Make a folder for the database alone (mkdir -m 700 FOLDER), move the database there with what is beside it, and set DATABASE_URL to it.
check-database-unusable = The user who runs this cannot read and write { $path }. It has to belong to them, with mode 600 (a folder: 700), on a disk that can be written.
check-database-damaged = The database file is damaged, or it is no database. Stop the bot and put back a copy of it.
check-database-unreachable = The database that DATABASE_URL names cannot be opened. See whether the address is right and its server is up.
check-key-none = PostgreSQL needs CONNECTION_KEYS, and it is empty. Set it to what `start-somewhere new-key` prints.
check-key-missing = The key file is gone without which nothing sealed can be opened. Put { $file } back from your backup, or set CONNECTION_KEYS to that key.
check-key-malformed = CONNECTION_KEYS, or the key file beside the database, has something in it that is no key. Put the right keys there, as `start-somewhere new-key` prints them, with commas between them.
check-key-wrong = The database is sealed under another key. Set CONNECTION_KEYS to that key again, or put its key file back from your backup.
check-district-none = No district is loaded. Run `start-somewhere load my-district` with the folder of your district's files.
check-district-fine =
    { $people ->
        [one] { $district } is loaded, with one person.
       *[other] { $district } is loaded, with { $people } people.
    }
check-district-untied = { $district } is not tied to { $workspace } yet. Print a code with `start-somewhere code { $key }`; once the bot runs there, a caretaker types /somewhere connect and the code.
check-caretakers-none = { $district } has no caretakers, so nobody is told what needs looking after. Name two people of different groups in district.yaml and load it again.
check-caretakers-lost = As a caretaker I cannot reach { $people }. Write an account on a platform that has a token into members.csv, and load it again.
check-caretakers-fine = Caretakers: { $people }.

check-platform-left-out = The district's files name people or channels in { $platform }, but it has no token, so it is left out. Set its token in `.env`, or take them out of the files.
check-platform-silent = { $platform } does not answer, so the rest of it could not be looked at. See whether this machine reaches the internet, and try again in some minutes.
check-platform-refused = { $platform } did not let me look any further ({ $reason }). See whether its token is right and try again.

check-slack-token-fine = SLACK_BOT_TOKEN opens the workspace { $team } ({ $id }).
check-slack-token-refused = Slack does not accept SLACK_BOT_TOKEN ({ $reason }). Copy the Bot User OAuth Token (xoxb-…) once more from the app's page, under “OAuth & Permissions”.
check-slack-other-workspace = SLACK_BOT_TOKEN opens the workspace { $team } ({ $id }), but the district's files name { $named }. Install the app there, or correct the ids in the files and load them again.
check-slack-install-fine = The app is installed in the workspace { $team } ({ $id }).
check-slack-install-old = What opens the workspace { $id } is renewed when the bot runs. Start it, then the workspace can be looked at.
check-slack-install-refused = Slack does not let the bot into the workspace { $id } any more ({ $reason }). One of its admins installs the app again, at /slack/install.
check-slack-not-installed = The app is not installed in { $named }, which the district's files name. Start the bot; then an admin of the workspace opens /slack/install at its address.
check-slack-scopes-fine = The app has every permission that the bot needs.
check-slack-scopes-missing = The app lacks these permissions: { $scopes }. Compare its manifest with adapters/slack/manifest.yaml, then choose “Reinstall” and “Allow” on its page.
check-slack-scopes-untold = Slack does not say which permissions the app has. Compare them with adapters/slack/manifest.yaml.
check-slack-scopes-later = Only joined channels need these permissions, which the app lacks: { $scopes }.
check-slack-called = Slack calls the bot, with SLACK_SIGNING_SECRET. Whether it gets through shows in the app's settings, under “Event Subscriptions”, once the bot runs.
check-slack-socket-fine = SLACK_APP_TOKEN opens a connection.
check-slack-socket-refused = Slack opens no connection with SLACK_APP_TOKEN ({ $reason }). Make an app-level token (xapp-…) with the scope connections:write, under “Basic Information”, and switch Socket Mode on.
check-slack-channels-fine =
    { $count ->
        [one] One channel is as the files say, and the bot is in it.
       *[other] { $count } channels are as the files say, and the bot is in them.
    }
check-slack-channel-hidden = I find no channel { $id } (“{ $channel }” in places.csv). If it is private, type there: /invite @{ $bot }. Otherwise correct its id and load the files again.
check-slack-channel-outside = The bot is not in #{ $channel }. Type there: /invite @{ $bot }
check-slack-channel-archived = #{ $channel } is archived. Take it out of the archive, or name another channel in places.csv and load it again.
check-slack-caucus-public = #{ $channel } is for one group alone, but it is public: everybody in the workspace can join and read it. Make it private in its settings.
check-slack-caucus-shared = #{ $channel } is for one group alone, but it is shared with another organization. End that in its settings, or use another channel.

check-slack-people-fine =
    { $count ->
        [one] One account of members.csv is in the workspace.
       *[other] { $count } accounts of members.csv are in the workspace.
    }
check-slack-people-lost = These members' accounts are not in the workspace: { $people }. Correct their ids in members.csv and load it again.
check-slack-people-untold = Whether the members' accounts are in the workspace could not be looked at: that takes the permission users:read.

check-discord-token-fine = DISCORD_TOKEN is that of the bot { $bot }.
check-discord-token-refused = Discord does not accept DISCORD_TOKEN ({ $reason }). Choose “Reset Token” under “Bot” in the developer portal, and set what it shows.
check-discord-words-fine = Whether the bot reads what people write (Message Content) is as DISCORD_MESSAGE_CONTENT says.
check-discord-words-kept = Discord keeps from the bot what people write. That only matters for joined channels and for committees that are at home in Slack too: then switch on “Message Content” under “Bot” in the developer portal.
check-discord-words-unused = “Message Content” is switched on in the developer portal, but DISCORD_MESSAGE_CONTENT says that it isn't asked for. It can be switched off.
check-discord-server-fine = The bot is in the server { $server } ({ $id }).
check-discord-server-missing = The bot is not in the server { $id } that the files name. Open the invitation that the README describes, or correct the id in the files and load them again.
check-discord-channels-fine =
    { $count ->
        [one] One channel is as the files say, and the bot may do there what it has to.
       *[other] { $count } channels are as the files say, and the bot may do there what it has to.
    }
check-discord-channel-missing = I find no channel { $id } (“{ $channel }” in places.csv). Let the bot see it (View Channel), or correct its id and load the files again.
check-discord-permissions = In #{ $channel } the bot lacks: { $permissions }. Give it these permissions in the channel's settings.
check-discord-may-view = View Channel
check-discord-may-send = Send Messages
check-discord-may-start-threads = Create Public Threads
check-discord-may-send-in-threads = Send Messages in Threads
check-discord-may-attach = Attach Files
check-discord-may-read-history = Read Message History
check-discord-caucus-open = #{ $channel } is for one group alone, but everybody in the server can see it. Make it private in its settings.
check-discord-people-fine =
    { $count ->
        [one] One account of members.csv is in the server.
       *[other] { $count } accounts of members.csv are in the server.
    }
check-discord-people-lost = These members' accounts are not in the server: { $people }. Invite them, or correct their ids in members.csv and load it again.
check-discord-people-rest =
    { $count ->
        [one] One more account of members.csv was not looked at.
       *[other] { $count } more accounts of members.csv were not looked at: that would take too long.
    }
