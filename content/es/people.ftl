seat-building-rep = la persona representante de la asociación de educadores en { $body }
seat-principal = la dirección de { $body }
seat-pta-liaison = el enlace de la PTA, { $body }
seat-association-president = la presidencia de la asociación, { $body }
seat-superintendent = la superintendencia, { $body }
seat-board-liaison = el enlace de la mesa directiva escolar, { $body }
seat-community-liaison = el enlace con la comunidad, { $body }
seat-chair = la presidencia de { $body }
seat-member = una persona de { $body }
seat-deputy-for = { $name }, en lugar de { $holder }

seat-home = Sus cargos
seat-away = Me ausento unos días
seat-away-who = Quién me representa
seat-away-back = Vuelvo el
seat-away-submit = Guardar
seat-away-wrong = Elija un cargo y el día en que vuelve. No se cambió nada.
seat-away-done = { $name } ejerce por usted este cargo hasta el { $when }: { $seat }. Mientras tanto recibe las preguntas y los recordatorios que le corresponden.
seat-back = Ya volví
seat-back-done = Qué gusto que haya vuelto. Este cargo es otra vez suyo: { $seat }.
seat-deputy-away = Usted sustituye a { $name } en este cargo hasta el { $when }: { $seat }.
seat-deputy-vacant = Usted ejerce este cargo hasta que alguien lo asuma, pues nadie lo tiene ahora: { $seat }.
seat-term = Su periodo en este cargo termina el { $when }: { $seat }. Usted sigue en él hasta que alguien lo asuma.
seat-term-above = El periodo de { $name } en este cargo termina el { $when }: { $seat }. Sigue en él hasta que alguien lo asuma. ¿Quién será?

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
reach-beside =
    { $people ->
        [one] Ahí lo ve también otra persona{ $administrators ->
            [0] .
           *[other] {", de la administración."}
        }
       *[other] Ahí lo ven también otras { $people } personas{ $administrators ->
            [0] ; ninguna es de la administración.
            [one] ; una es de la administración.
           *[other] ; { $administrators } son de la administración.
        }
    }
reach-there-are =
    { $people ->
        [0] nadie de la lista.
        [one] una persona{ $administrators ->
            [0] .
           *[other] {", de la administración."}
        }
       *[other] { $people } personas{ $administrators ->
            [0] ; ninguna es de la administración.
            [one] ; una es de la administración.
           *[other] ; { $administrators } son de la administración.
        }
    }
reach-open =
    { $count ->
        [one] Cualquier persona del espacio de trabajo puede abrir { $places }: es un canal público.
       *[other] Cualquier persona del espacio de trabajo puede abrir { $places }: son canales públicos.
    }
reach-there = En { $places }: { $told }
reach-there-or-seats = En { $places } o por su cargo: { $told }
reach-others =
    { $people ->
        [one] También puede leerlo otra persona para quien es{ $administrators ->
            [0] .
           *[other] {", de la administración."}
        }
       *[other] También pueden leerlo otras { $people } personas para quienes es{ $administrators ->
            [0] ; ninguna es de la administración.
            [one] ; una es de la administración.
           *[other] ; { $administrators } son de la administración.
        }
    }
reach-unseen =
    { $count ->
        [one] { $places } es para { $whom }; no puedo ver quién está en este canal.
       *[other] { $places } son para { $whom }; no puedo ver quién está en estos canales.
    }
reach-everyone = todas las personas de la alianza
reach-at = { $people }, de { $buildings } o de todo el distrito

link-offer = Unir mis cuentas
link-code-next = Antes de diez minutos, escriba «/link { $code }» en { $platforms }. Sirve una sola vez; no se lo dé a nadie, por favor.
link-enter = Tengo un código
link-hello = Si ya le conozco en otra aplicación, escriba /link allí. Recibirá un código para escribirlo aquí, y le conoceré en las dos.
link-form-title = Unir sus cuentas
link-form-submit = Revisar
link-form-code = El código
link-form-hint = Ocho letras y números; para recibirlos, escriba /link en la otra aplicación.
link-preview-account = En { $there } usted es { $name }. Desde ahora esta cuenta de { $here } también es suya: una persona, con un voto. Puede separarla después.
link-preview-member = En { $there } usted es { $maker } y en { $here } es { $other }. Desde ahora será { $name } en las dos: una persona, con un voto. Si contestó dos veces algo que sigue abierto, vale una respuesta; la otra se pierde, aunque después separe las cuentas. Todo lo demás que ya tiene se une también, y vuelve a su cuenta si las separa.
link-preview-waits = Antes de que valga, le pregunto en { $there } si es usted.
link-yes = Sí, soy yo
link-no = No, dejarlo así
link-kept = No cambió nada.
link-done = Listo. Ahora usted es { $name } en { $there } y en { $here }. Para deshacerlo, escriba /link.
link-wrong = Ese código no sirve: tiene un error, ya se usó o tiene más de diez minutos. Escriba /link en la otra aplicación para recibir otro.
link-later = Ya son cinco códigos que no sirven. Espere diez minutos y escriba /link en la otra aplicación para recibir otro.
link-here = Ese código se creó aquí, en { $platform }. Escríbalo en la otra aplicación.
link-taken = { $name } ya está en { $platform } con otra cuenta; por eso no cambió nada. Escriba /link para ver si puede separarla.
link-unfit = En la lista usted es { $maker } en { $there } y { $other } en { $here }, en grupos distintos o con un cargo cada vez. De eso depende quién recibe qué; por eso no puedo unir las dos cuentas. { $names } puede cambiar la lista. No cambió nada.
link-caretaker = La persona que me cuida en su distrito
link-nowhere = Su distrito solo me usa en una aplicación; no hay nada que unir todavía.
link-in-channel = Aquí no puedo ver a qué servidor pertenece usted. Escríbalo en un canal de ese servidor; solo usted ve mi respuesta.
link-linked = Usted es { $name } en { $platforms }: una persona, con un voto.
link-by-roster = Así está en la lista. { $names } puede cambiarlo.
link-undo = Separar
link-undo-nobody = ¿Separar las cuentas? Después ya no conoceré su cuenta de { $platform }.
link-undo-member = ¿Separar las cuentas? Su cuenta de { $platform } volverá a ser de { $name }.
link-undo-keeps = Todo lo que hizo hasta ahora se queda con { $name }.
link-undo-gives = Cada cuenta recupera lo suyo. Las respuestas a encuestas y temas que siguen abiertos se quedan con { $name }, y también lo que se hizo por un cargo.
link-undo-yes = Sí, separar
link-undo-no = Dejarlas unidas
link-undone = Separadas. Cada cuenta vuelve a ser lo que era.
link-confirm-there = Ya casi. Le escribí en { $there }: confirme allí que esta cuenta es suya, a más tardar { $when } Hasta entonces no la conozco.
link-confirm-there-member = Ya casi. Le escribí en { $there }: confirme allí que esta cuenta es suya, a más tardar { $when } Hasta entonces aquí usted es { $name }.
link-unconfirmed = No se confirmó en { $there }; por eso no cambió nada. Para intentarlo otra vez, escriba /link allí.
link-accounts = Sus cuentas
link-waiting = Con un código, la cuenta de { $account } en { $here } se uniría a la suya. Desde entonces hablaría y votaría como usted, { $name }, y podría hacer todo lo que usted puede hacer. ¿Esa cuenta también es suya?
link-waiting-answers = Si con las dos cuentas se contestó algo que sigue abierto, cuenta una respuesta, y la otra se pierde aunque después las separe.
link-waiting-nobody = Con un código, una cuenta de { $here } que no está en la lista se uniría a la suya. Desde entonces hablaría y votaría como usted, { $name }, y podría hacer todo lo que usted puede hacer. ¿Esa cuenta también es suya?
link-waiting-until = Como usted tiene un cargo, solo vale si oprime «Unir» aquí a más tardar { $when }
link-join = Unir
link-deny = No unir
link-joined = Con un código, una cuenta de { $here } se unió a la suya. Sus cuentas ahora son una sola persona: { $name }, con un voto. Si no fue usted, oprima «Deshacer».
link-part = Deshacer
link-parted = Separadas. Cada cuenta vuelve a ser lo que era, con lo suyo. Lo que se hizo por un cargo mientras tanto se queda.
link-denied = Esa cuenta de { $here } no puede actuar por usted. Si no es suya, cuéntele a { $names } cómo llegó su código a otra persona, o quién le pidió escribir uno ajeno. Quien le ayude no necesita ni lo uno ni lo otro.
link-denied-caretaker = Con un código, la cuenta { $user } de { $here } se habría unido a la de { $name }, que dijo que no. No se unió nada. Hable con { $name } y revise esa cuenta.
link-expired = La cuenta de { $here } no se confirmó en un día; por eso no se unió nada. Si es suya, escriba /link otra vez. Si no lo es, no haga nada: no puede actuar por usted.
link-office = Ahora usted ejerce este cargo: { $seat }. También puede hacerlo su cuenta de { $platforms }, que se unió con un código: puede hacer todo lo que usted puede. Si no es suya, sepárela.
link-office-caretaker = Ahora usted se encarga de mí en su distrito. También puede hacerlo su cuenta de { $platforms }, que se unió con un código: puede hacer todo lo que usted puede. Si no es suya, sepárela.

command-link-does = Sea una sola persona en las dos plataformas
command-link-hint = vacío para recibir un código, o escriba el de la otra aplicación

signing-from = ¿De parte de cuál de sus cargos?
signing-hint = Otros lo leen junto a su nombre.
signing-hint-group = Otros lo leen junto a su nombre. Si es de un comité en el que no pueden estar, leen su grupo.
signing-wrong = Ese ya no es su cargo. Por favor, elija otro.
