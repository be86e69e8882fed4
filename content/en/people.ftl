seat-building-rep = { $body }'s building rep
seat-principal = { $body }'s principal
seat-pta-liaison = the PTA liaison, { $body }
seat-association-president = the association's president, { $body }
seat-superintendent = the superintendent, { $body }
seat-board-liaison = the board's liaison, { $body }
seat-community-liaison = the community liaison, { $body }
seat-chair = { $body }'s chair
seat-member = a member of { $body }

reach =
    { $people ->
        [0] Nobody on the roster can see this.
        [one] One person can see this{ $administrators ->
            [0] .
           *[other] {", an administrator."}
        }
       *[other] { $people } people can see this{ $administrators ->
            [0] , none of them an administrator.
            [one] , one of them an administrator.
           *[other] , { $administrators } of them administrators.
        }
    }
reach-unknown =
    { $unknown ->
        [one] One more person there isn't on the district's roster.
       *[other] { $unknown } more people there aren't on the district's roster.
    }
