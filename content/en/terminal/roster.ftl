## `start-somewhere load`: what is wrong with the files of a district, for the person who keeps them. A line says where
## it is and what to do.
roster-at = { $where }: { $says }
roster-line = { $file } line { $number }
roster-entry = district.yaml: { $part } entry { $number }
roster-in-field = { $field } { $says }
roster-in-entry = entry { $number }, { $says }
roster-misfit = does not fit: { $why }

# A file, and how it is laid out
roster-no-file = this file is missing from the folder
roster-shut-file = this file cannot be opened ({ $why })
roster-no-utf8 = save this file as UTF-8 (in a spreadsheet: 'CSV UTF-8')
roster-no-yaml = this is not YAML; check the indentation, colons and quotation marks
roster-strange-yaml = this is not YAML that can be read
roster-no-csv = cannot be read from here on; check the quotation marks
roster-more-cells = more cells than the header has; put text with a comma in quotation marks
roster-no-column = column { $column } is not known; the columns are { $columns }
roster-column-twice = column '{ $column }' is there twice
roster-column-missing = column '{ $column }' is missing
roster-repeated = { $what } '{ $value }' already stands in { $first }
roster-account = account
roster-account-on = { $platform } account

# What a cell or an entry says, after its name
roster-empty = is empty: fill it in
roster-unknown = is not known here: check its spelling or take it out
roster-needs-entries = needs entries below it, each beginning with a hyphen
roster-needs-lines = needs lines below it such as 'key: lincoln'
roster-needs-text = needs a single line of text
roster-yes-or-no = is true or false

# After "does not fit"
roster-one-of = input should be { $known }
roster-day = input should be a day, such as 2029-06-30
roster-number = input should be a whole number
roster-at-least = input should be at least { $least }
roster-at-most = input should be at most { $most }
roster-unfit = input cannot be read here
roster-key = up to 40 lowercase letters a to z, digits and hyphens
roster-key-twice = the same key is there twice
roster-name = a single line of up to 75 characters
roster-topical = a single line of up to 40 characters
roster-zone = write a time zone by its IANA name, such as America/Chicago
roster-hours = write two full hours of the day, such as 7-18
roster-weekly = write a day of the week and a full hour, such as monday 7
roster-record = write one of { $kinds }, or a pattern with at least three # (a digit) or ? (a letter), such as CV-#####
roster-slack-team = a Slack workspace id such as T01ABCDEF
roster-slack-user = a Slack user id such as U01ABCDEF
roster-snowflake = a Discord id, 17 to 20 digits; format the column as text
roster-channel = a Slack or Discord channel id
roster-team = the id of a Slack workspace or Discord server
roster-workspace = a platform and an id there, such as slack:T01ABCDEF
roster-elsewhere = an account with its workspace, such as slack:T01ABCDEF/U01ABCDEF
roster-home = a platform and a channel id, such as slack:C01ABCDEF
roster-topic-ways = a topic has a committee that answers, or a contact: fill in one of them
roster-two-bodies = a seat is of a building or of a committee: leave one of them empty
roster-other-platform = the channel id does not look like one of that platform
roster-no-mentions = only Discord has roles: leave mentions empty
roster-caucus = a caucus is for exactly one group: name it under groups
roster-joint = a joint place is for two groups or more: name them under groups
roster-community = a community place is for everyone: leave groups empty

# Whether the files fit together
roster-not-in-district = { $part } '{ $key }' is not in district.yaml
roster-no-member = { $part } '{ $key }' is not in members.csv
roster-deputy-is-holder = deputy '{ $key }' is its holder; name somebody else
roster-holder-of-others = { $part } '{ $key }' is of group '{ $group }', the seat of '{ $own }'
roster-above-missing = the seat above, '{ $above }', is not in seats.csv
roster-above-of-others = the seat above, '{ $above }', is of group '{ $group }', this one of '{ $own }'
roster-above-in-a-ring = the seats above '{ $key }' lead back to it
roster-caretaker-unknown = caretaker '{ $key }' is not in members.csv
roster-caretakers-of-one-group = caretakers are two people of different groups
roster-no-caretakers = it names no caretakers, so nobody can connect a workspace with a code, and nobody is told of what needs looking after; name two people of different groups
roster-caretaker-without-account = caretaker '{ $key }' has no account, so I cannot reach them
roster-also-before-home = fill in home before also
roster-home-missing = home '{ $key }' is not in places.csv
roster-home-twice = the same home is there twice
roster-homes-differ = its homes are for different people; what is said in one would reach others in the next
roster-home-of-others = '{ $home }', a home of committee '{ $committee }', is not for the seat's group '{ $group }'; take the seat off the committee, or give that another home
roster-committee-homeless = committee '{ $key }' has no home; fill it in, so that questions can be put there
roster-contact-missing = contact '{ $key }' is not in seats.csv
roster-workspace-twice = '{ $workspace }' is there twice
roster-first-workspace-first = fill in { $setting } first
roster-workspace-unnamed = '{ $workspace }' does not stand under also in district.yaml
roster-workspace-empty = { $setting } is empty; fill it in, since { $where } is on { $platform }

# What the database says against it
roster-workspace-taken = { $workspace } already belongs to another district
roster-somebody-elses-key = the key '{ $key }' is { $owner }'s, and all that { $owner } wrote hangs on it; give { $name } a key of their own (if they are one person, load this line once with the name { $owner } and an account, and then with the new name)
roster-another-roles-key = the key '{ $key }' is that of a role of { $whose }, and what was said to that role is for its people; give this one a key of its own
