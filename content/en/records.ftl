records-not-sent = Nothing is sent yet.
records-student-id = This looks like a student's number: “{ $found }”.
records-birthday = This looks like a date of birth: “{ $found }”.
records-email = This looks like an e-mail address: “{ $found }”.
records-number = This looks like a number from somebody's record: “{ $found }”.
records-own = This looks like something that your district keeps in student records: “{ $found }”.
records-why = Please take it out unless it must be there: more people will read this, and what they have read can't be called back. I only compare patterns and may be wrong, so you decide.
records-as-is = Send it as it is
