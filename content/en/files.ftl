# Files that people send to the bot

file-add = Add a file
file-send = Send me the file here, in our direct messages, within an hour.
file-kinds = A PDF, a table (xlsx, csv), a document (docx) or a picture (png, jpg), up to { $size } MB.
file-full = There are { $most } files already. Take one off first.
file-no-room = There is no room for it: the files that your district keeps here are full. Please take off something that nobody needs any more, or send a link.
file-kind = I can't take that kind of file.
file-large = That file is too large.
file-elsewhere = I can't get that file from where it is. Please send it to me directly.
file-one = One at a time, please: I take “{ $name }”.
file-fetched = I'm fetching “{ $name }”.
file-refused = I couldn't get “{ $name }”, or it isn't what its name says. Please send it again: press “Add a file” first.
file-came = “{ $name }” ({ $size }) is here. Nobody else has it yet.
file-personal = It seems to have numbers, birthdays or addresses as student records have them. Please look again before you share it.
file-dropped = “{ $name }” is deleted here. People who got it before still have it.
file-follows = “{ $name }” follows. Only you get it.
file-get = { $name } ({ $size })
