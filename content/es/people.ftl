seat-building-rep = la representación sindical de { $body }
seat-principal = la dirección de { $body }
seat-pta-liaison = la persona enlace de la PTA, { $body }
seat-association-president = la presidencia del gremio, { $body }
seat-superintendent = la superintendencia, { $body }
seat-board-liaison = la persona enlace de la junta directiva, { $body }
seat-community-liaison = la persona enlace con la comunidad, { $body }
seat-chair = la presidencia de { $body }
seat-member = una persona de { $body }

reach =
    { $people ->
        [0] Nadie de la lista puede ver esto.
        [one] Una persona puede ver esto{ $administrators ->
            [0] .
           *[other] {", y es de la administración."}
        }
       *[other] { $people } personas pueden ver esto{ $administrators ->
            [0] ; ninguna es de la administración.
            [one] ; una es de la administración.
           *[other] ; { $administrators } son de la administración.
        }
    }
reach-unknown =
    { $unknown ->
        [one] Hay una persona más que no está en la lista del distrito.
       *[other] Hay { $unknown } personas más que no están en la lista del distrito.
    }
