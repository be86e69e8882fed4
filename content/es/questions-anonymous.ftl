asker-someone = alguien de la alianza
asker-of =
    { $kind ->
        [association] alguien del personal educativo del distrito
        [administration] alguien de la administración del distrito
        [board] alguien de la mesa directiva escolar
        [parents] una familia del distrito
        [university] alguien de la universidad
       *[community] alguien de una organización comunitaria
    }
asker-at =
    { $kind ->
        [association] alguien del personal educativo de { $building }
        [administration] alguien de la administración de { $building }
        [board] alguien de la mesa directiva escolar, en { $building }
        [parents] una familia de { $building }
        [university] alguien de la universidad, en { $building }
       *[community] alguien de una organización comunitaria, en { $building }
    }

asker-form = ¿Con su nombre?
asker-form-named = Con mi nombre
asker-form-there = Sin mi nombre; se dice mi escuela o departamento
asker-form-somewhere = Sin mi nombre ni mi escuela o departamento

anonymous-yes = Preguntar sin mi nombre
anonymous-no = Usar mi nombre
anonymous-leave-out = No decir mi escuela o departamento
anonymous-say-where = Decir mi escuela o departamento
anonymous-straight = Que vaya directo al comité
anonymous-rep-first = Que primero se lea aquí

anonymous-shown = Va sin su nombre. Leen que viene de { $asker }, y a nadie se le dice más.
anonymous-few =
    { $count ->
        [one] De su grupo, usted es la única persona de { $building } a quien puedo escribir; cualquiera sabría que es usted. No diga su escuela o departamento.
       *[other] Solo { $count } personas de su grupo pueden preguntar desde { $building }; se podría adivinar quién es. Es más seguro no decirlo; entonces nadie la lee primero allí.
    }
anonymous-means = Para que le llegue la respuesta guardo el camino de vuelta hasta usted, sellado y aparte de la pregunta. Se destruye la noche después de que la pregunta lleve 14 días cerrada. Hasta entonces, las personas que operan mi servidor podrían abrirlo, y en las copias de esos días mientras se conserven. El comité puede pedirle un detalle y puede dejar de recibir preguntas sin nombre de usted; no se le dice quién es.
anonymous-platform = Los dueños de este espacio o servidor quizá puedan exportar sus mensajes conmigo y ver cuándo me usó. En una escuela pequeña el tema por sí solo puede revelar quién es usted, y también la manera de escribir.
anonymous-muted = Ese comité no recibe preguntas sin nombre de usted hasta { $until } Puede preguntar con su nombre.
anonymous-too-many = Tiene { $most } preguntas sin nombre que aún no terminan, o que hizo desde ayer y retiró. Por favor, espere a que sean menos o pregunte con su nombre.
question-draft-gone = Ese borrador ya no está: se envió, se canceló o decía casi lo mismo que algo que usted envió sin su nombre. Escriba /somewhere para ver lo que ha preguntado.

question-answer-closes = Si en { $days } días de clases no me dice nada, cierro la pregunta.
question-is-closed-by-itself = Cerrada: quien preguntó no dijo más.
question-is-closed-by-itself-to-asker = No supe nada más, así que la cerré.
question-not-yet-after-all = Todavía no queda contestada
question-unreached = No pude comunicarme con quien preguntó. Quizá ya no está o no recibe mensajes directos. Todavía puede encontrarla en /somewhere.

mute = Silenciar a quien preguntó
mute-means = Durante { $days } días { $committee } no recibe preguntas sin nombre de quien preguntó esto. Se le avisa cuando lo intente, y puede preguntar con su nombre. A nadie se le dice quién es. Esta pregunta todavía se puede contestar, y esto se puede quitar.
mute-now = Silenciar por { $days } días
mute-done = Listo. Durante { $days } días el comité no recibe preguntas sin nombre de esa persona.
mute-stands = Quien preguntó esto no puede preguntar al comité sin nombre hasta { $until }
mute-means-named = Durante { $days } días { $committee } no recibe preguntas de { $name }, ni con nombre ni sin él. Se le avisa cuando lo intente. Esta pregunta todavía se puede contestar, y esto se puede quitar.
mute-done-named = Listo. Durante { $days } días el comité no recibe preguntas de { $name }.
mute-told = Ese comité no recibe preguntas de usted hasta { $until } Lo decidieron personas de su propio grupo o de ese comité, y ellas pueden quitarlo.
may-mute-own-group = De esto se encarga { $group }: { $names }. Cada grupo modera a los suyos.
may-mute-not-oneself = Eso lo deciden otras personas: la pregunta es de usted.
may-mute-no-other = { $group } no silencia a nadie de otro grupo. Si este comité tiene integrantes de otros grupos, ellos pueden hacerlo.
mute-lift = Dejar de silenciar
mute-lifted = Ya no está en silencio.
mute-too-late = Ya no hay camino de vuelta hasta quien preguntó esto, así que no se puede silenciar a nadie por ello.
