poll-start = Hacer una encuesta
poll-no-places = Aquí no hay ningún canal donde su grupo pueda publicar. Pida a la persona que me cuida que agregue uno.

poll-form-title = Encuesta nueva
poll-form-submit = Revisar
poll-form-question = ¿Qué quiere preguntar?
poll-form-options = Respuestas, una por línea
poll-form-options-hint = De { $least } a { $most } respuestas. Si lo deja vacío: sí o no. Listas ya hechas: 1-5, =días, =horas, =listos.
poll-form-answers = ¿Cómo contesta cada persona?
poll-form-one = Una respuesta
poll-form-up-to = Hasta { $most } respuestas
poll-form-several = Cuantas respuestas guste
poll-form-ranked = Respuestas en orden, la preferida primero
poll-form-closes = ¿Cuándo se cierra?
poll-form-places = ¿Dónde se publica?
poll-form-places-cut = Aquí solo caben { $count }. Para publicar en otro canal, inicie la encuesta allí.

poll-wrong-question-empty = Por favor, escriba lo que quiere preguntar.
poll-wrong-question-long = La pregunta tiene { $count } caracteres; caben { $most }. Por favor, acórtela.
poll-wrong-options-count =
    { $count ->
        [one] Hay una sola respuesta; por favor, escriba de { $least } a { $most }, una por línea.
       *[other] Hay { $count } respuestas; por favor, escriba de { $least } a { $most }, una por línea.
    }
poll-wrong-option-long = La respuesta que empieza con «{ $begin }» tiene { $count } caracteres; caben { $most }.
poll-wrong-options-doubled = La respuesta «{ $option }» está dos veces.
poll-wrong-choice = Por favor, elija de la lista cómo contesta cada persona.
poll-wrong-closes = Por favor, elija de la lista cuándo se cierra; esa hora ya pasó o está muy lejos.
poll-wrong-places = Por favor, elija dónde se publica, entre los canales de su grupo.
poll-wrong-board-alone = La mesa directiva decide en público; por eso no le pregunto nada a ella sola. Por favor, lleve la pregunta a una junta pública o elija también a otras personas.
poll-wrong-board = La mesa directiva decide en público; por eso no publico encuestas donde está solo ella. Por favor, lleve la pregunta a una junta pública o elija un canal donde haya también otras personas.

poll-preview-title = Todavía no se publica nada
poll-preview-places = Se publicará en { $places }.
poll-preview-terms = Pregunta { $seat }. { $several }, hasta { $when }
poll-preview-own = Dice su grupo porque entre quienes lo leen hay personas que no pueden estar en su comité. La hace { $seat }.
poll-preview-named = Todos ahí ven la cuenta conforme llega; no se muestran nombres.
poll-preview-late = Todos ahí ven la cuenta cuando se cierra, no antes; no se muestran nombres.
poll-preview-anonymous = Anónima: la cuenta aparece al cerrar, si contestaron { $least } personas o más. Al cerrar siempre borro quiénes contestaron y qué eligió cada quien. Si todas las respuestas son iguales, se sabe la de cada persona.
poll-make-anonymous = Hacerla anónima
poll-other-seat = Preguntar desde otro cargo
poll-make-named = Que no sea anónima
poll-post = Publicar
poll-cancelled = No se publicó nada y el borrador ya no está.
poll-already-posted = Esa encuesta ya está publicada. Escriba /somewhere para encontrarla.
poll-posted = Publicada. Se cierra { $when } Puede deshacerlo durante dos minutos, y cerrarla antes cuando guste.
poll-undo = Deshacer: retirarla
poll-undone = Retirada. Las tarjetas desaparecen y se borran las respuestas que habían llegado.
poll-undo-late = Ya pasaron los dos minutos, así que no se puede retirar. Si quiere, puede cerrarla antes: escriba /somewhere.
poll-again-tried = Lo estoy intentando de nuevo. Si no funciona, /somewhere se lo dirá.

poll-card-one = Pregunta { $seat }. Elija una; puede cambiarla hasta { $when }
poll-card-several = Pregunta { $seat }. Elija las que guste; puede cambiarlas hasta { $when }
poll-card-up-to = Pregunta { $seat }. Elija hasta { $most }; puede cambiarlas hasta { $when }
poll-card-ranked = Pregunta { $seat }. Póngalas en su orden, la preferida primero; puede cambiarlo hasta { $when }
poll-card-closed = Se cerró { $when } Preguntó { $seat }. Gracias a quienes contestaron.
poll-card-anonymous = Anónima: no se muestran nombres. Al cerrar borro quiénes contestaron y qué eligió cada quien; la cuenta aparece si contestaron { $least } personas o más. Si todas las respuestas son iguales, se sabe la de cada persona.
poll-card-late = No se muestran nombres. La cuenta aparece al cerrar.
poll-card-too-few = Contestaron menos de { $least } personas. Para que nadie pueda adivinar quién eligió qué, no se muestra ni se guarda ninguna cuenta.
poll-card-unanimous = Cada persona que contestó eligió { $option }, así que se sabe qué eligió cada quien.
poll-card-unanimous-first = Cada persona que contestó puso { $option } en primer lugar, así que se sabe cuál prefiere cada quien.
poll-card-withdrawn = Esta encuesta se retiró.
poll-card-voters =
    { $count ->
        [0] Nadie ha contestado todavía.
        [one] Ha contestado una persona.
       *[other] Han contestado { $count } personas.
    }
poll-votes =
    { $count ->
        [one] 1 voto
       *[other] { $count } votos
    }
poll-who-sees = ¿Quién ve qué?
poll-who-sees-live = En estos canales todos ven cuántas personas eligieron cada respuesta, conforme llegan.
poll-who-sees-late = En estos canales todos ven cuántas personas eligieron cada respuesta una vez cerrada; hasta entonces, quien preguntó puede ver cuántas han contestado y nada más.
poll-who-sees-ranked = En estos canales todos ven el resultado, ronda por ronda, una vez cerrada; hasta entonces, quien preguntó puede ver cuántas personas han contestado y nada más.
poll-who-sees-groups = Una vez cerrada también pueden verla por grupo y por escuela u oficina; lo que reúne a muy pocas personas se cuenta como otros.
poll-who-sees-named = A nadie se le muestran nombres. Guardo quién eligió qué para que usted pueda cambiarlo; quien opera mi servidor podría consultarlo.

poll-who-sees-anonymous = A nadie se le muestran nombres ni quién eligió qué, ni ahora ni después.
poll-who-sees-anonymous-open = Mientras está abierta guardo su respuesta sellada, para que pueda cambiarla; quien administra mi servidor podría abrirla.
poll-who-sees-anonymous-closed =
    Al cerrar cuento las respuestas, destruyo lo que las abre y borro quiénes contestaron. Si contestaron { $least } personas o más, queda cuántas fueron y { $ranked ->
        [yes] las rondas que deciden, sin el orden completo de nadie
       *[no] cuántas eligieron cada respuesta
    }. Si contestaron menos, no queda ninguna cuenta. Si todas las respuestas son iguales, se sabe la de cada persona, con nombres o sin ellos.
poll-who-sees-anonymous-beyond = Las copias de seguridad hechas antes del cierre conservan su respuesta, y que usted contestó, hasta que caduquen, y Slack o Discord saben que usted oprimió un botón.

poll-answer-one = Recibí su respuesta: { $answer }. Para cambiarla, oprima otra; puede hacerlo hasta { $when }
poll-answer-several = Recibí sus respuestas: { $answer }. Puede agregar otras o retirar alguna hasta { $when }
poll-answer-anonymous = Recibí su respuesta. Para cambiarla, oprima otra; puede hacerlo hasta { $when }
poll-answer-anonymous-several = Recibí su respuesta. Puede agregar otras, o retirarla y empezar de nuevo, hasta { $when }
poll-answer-full = Nada cambió: caben { $most } respuestas y ya están las suyas: { $answer }. Para elegir otra, primero retire una.
poll-answer-anonymous-full = Nada cambió: caben { $most } respuestas y ya están las suyas. Para elegir otras, retírelas y empiece de nuevo.
poll-take-all-back = Retirar mi respuesta
poll-answer-stays = Su respuesta anterior cuenta. Puede retirarla hasta { $when }
poll-answer-none = Ahora no tiene ninguna respuesta puesta. Puede contestar hasta { $when }
poll-take-back = Retirar «{ $option }»
poll-is-closed = Esta encuesta se cerró { $when }; las respuestas ya no cambian. El resultado está en su tarjeta.

poll-rank = Ponerlas en orden
poll-ranking-none = Oprima primero su preferida y luego la siguiente. Cada una cuenta en cuanto la oprime, y puede parar donde guste. Ahora no tiene ninguna respuesta puesta; puede contestar hasta { $when }
poll-ranking = Recibí su respuesta, en este orden. Oprima la siguiente, o deje fuera las demás. Puede cambiarlo hasta { $when }
poll-ranking-anonymous = Recibí su respuesta: { $count } de { $most } lugares ocupados. Oprima la siguiente, o deje fuera las demás. Puede cambiarlo hasta { $when }
poll-start-over = Empezar de nuevo

poll-ready-yes = Sí
poll-ready-no = No
poll-average = Promedio: { NUMBER($average, minimumFractionDigits: 1, maximumFractionDigits: 1) } (de 1 a { $highest })
poll-figure = { $option } { $count }
poll-figure-rating = { $count } dieron { $option }
poll-winner = Resultado: { $option }
poll-tied = Resultado: empate entre { $options }
poll-round = Ronda { $number }: { $figures }.
poll-round-exhausted =
    { $count ->
        [one] Una respuesta no nombra ninguna de estas.
       *[other] { $count } respuestas no nombran ninguna de estas.
    }
poll-round-out = Con menos, sale: { $options }.
poll-round-out-earlier = Empate en el último lugar: sale { $options }, con menos en una ronda anterior.
poll-round-out-together = Con menos aun sumadas, salen: { $options }.
poll-round-out-listed = Empate en el último lugar: sale { $options }, que está al final de la lista.
poll-tie-rule = Un empate en el último lugar se decide por la ronda anterior y después por el orden de la lista.

poll-by-group = Por grupo
poll-by-groups = Por grupo
poll-by-buildings = Por escuela u oficina
poll-row =
    { $people ->
        [one] { $name } (1 persona): { $figures }
       *[other] { $name } ({ $people } personas): { $figures }
    }
poll-other-groups = Otros grupos
poll-other-buildings = Otras escuelas y oficinas
poll-other-answers = otras respuestas
poll-no-building = En ninguna escuela ni oficina
poll-by-group-note = Los grupos, las escuelas y las respuestas con muy pocas personas se cuentan como otros, para que nadie pueda adivinar quién eligió qué.
poll-by-group-none = De esta encuesta solo hay el total: separada por grupo o por escuela, podría dar a conocer la respuesta de alguien.

poll-take-along = Llevarme el resultado
poll-take-line = Una línea para pegar donde la necesite:
poll-take-files = Siguen una imagen y una tabla. Solo las recibe usted: aquí mismo o en sus mensajes directos conmigo.
poll-take-nothing = No hay resultado que llevarse: contestaron muy pocas personas, o ninguna.
poll-take-name = resultado-encuesta
poll-take-alt = Gráfica de barras. { $question } { $lines }. { $note }
poll-card-answered =
    { $count ->
        [0] No contestó nadie.
        [one] Contestó una persona.
       *[other] Contestaron { $count } personas.
    }
poll-take-last-round = Ronda { $number }, la última. { $said }
poll-summary =
    { $people ->
        [one] «{ $question }» { $figures }. Contestó una persona. Preguntó { $seat }; se cerró { $when }
       *[other] «{ $question }» { $figures }. Contestaron { $people } personas. Preguntó { $seat }; se cerró { $when }
    }
poll-csv-by = Contado por
poll-csv-who = Quiénes
poll-csv-answer = Respuesta
poll-csv-count = Personas
poll-csv-all = Todos
poll-csv-anything = Alguna respuesta
poll-csv-round = Ronda { $number }

poll-close = Cerrar la encuesta
poll-close-sure =
    { $count ->
        [0] Nadie ha contestado todavía. ¿La cierro de todos modos?
        [one] Ha contestado una persona. ¿La cierro ya?
       *[other] Han contestado { $count } personas. ¿La cierro ya?
    }
poll-close-sure-few = Han contestado menos de { $least } personas: si la cierro ahora, no queda ningún resultado. ¿La cierro de todos modos?
poll-close-sure-enough = Han contestado { $least } personas o más. ¿La cierro ya?
poll-close-for-good = No se puede abrir otra vez.
poll-close-undone = Puede abrirla otra vez durante una semana.
poll-close-yes = Sí, cerrarla
poll-close-no = Dejarla abierta
poll-later = Cambiar el cierre
poll-later-title = Hora de cierre
poll-later-submit = Cambiar
poll-later-another = U otro día y hora
poll-later-another-hint = Si llena esto, la lista no cuenta. Sin hora, se cierra a las 4 p. m.
poll-wrong-another = Eso ya pasó o faltan más de { $days } días. Por favor, elija otro día y hora.
poll-later-done = Ahora se cierra { $when } La tarjeta también lo dice.
poll-reopen = Abrirla otra vez
poll-closed-for-good = Esta encuesta ya se cerró. Era anónima: no queda la respuesta de nadie que se pueda cambiar, así que no se abre otra vez. Puede preguntar de nuevo: escriba /poll.
poll-closed-too-long = Esta encuesta se cerró hace más de una semana, así que se queda cerrada. Puede preguntar de nuevo: escriba /poll.

poll-home-to-answer = Encuestas por contestar
poll-home-to-read = Respuestas por revisar
poll-home-open = Sus encuestas abiertas
poll-home-to-come = Encuestas planeadas
poll-home-over = Encuestas cerradas
poll-home-drafts = Borradores de encuestas
poll-home-waiting = Espera su respuesta hasta { $when }: { $question }
poll-home-answer = Contestar
poll-home-mine = Su encuesta, abierta hasta { $when }: { $question }
poll-home-closed = Su encuesta, cerrada { $when }: { $question }
poll-home-result = Ver el resultado
poll-home-failed = No pude publicarla o actualizarla en { $place }. Invíteme a ese canal y luego oprima «Publicarla otra vez».
poll-home-held = No puedo saber si se publicó en { $place }. Por favor, mire ahí; si falta, oprima «Publicarla otra vez».
poll-for-others = No se publica ni se actualiza en { $place }: ahora ese canal es para otras personas que las que le mostré. Puede hacer una encuesta nueva para ellas.
poll-home-again = Publicarla otra vez

command-somewhere-does = Vea lo que le espera y lo que puede iniciar
command-somewhere-hint = déjelo vacío, o escriba: poll, tell, link, join, playbook
command-poll-does = Haga una pregunta rápida a todos
command-poll-hint = vacío para un formulario, o: ¿Pregunta? | Respuesta A | Respuesta B; sin respuestas: sí o no

poll-preview-reminds = A quien no haya contestado se le recuerda { $when } Será una sola vez: en privado en Slack, o en Discord a quienes lo pidieron; en Discord también con un aviso que no nombra a nadie.
poll-preview-reminds-all = Se les recuerda a todas las personas { $when } Será con un aviso en cada canal que no nombra a nadie; no le escribo a nadie en privado, porque así se sabría quién ya contestó.
poll-make-silent = No mandar recordatorio
poll-make-reminding = Con recordatorio
poll-reminders = Recordatorios de encuestas
poll-remind = Esta encuesta se cierra { $when } Cuando escribí esto, su respuesta todavía no estaba; si prefiere, puede omitirla.
poll-remind-answer = Contestar ahora
poll-remind-skip = Omitir esta
poll-remind-mute = Sin recordatorios de encuestas
poll-remind-skipped = De acuerdo, no le recordaré esta encuesta. Todavía puede contestar hasta que se cierre.
poll-remind-all = Esta encuesta se cierra { $when } Oprima el botón para ver si su respuesta ya está; solo usted lo ve.
poll-remind-mine = ¿Está mi respuesta?
poll-remind-in = Sí, su respuesta está puesta. Puede cambiarla hasta { $when }
poll-remind-not-in = Su respuesta todavía no está. Puede contestar hasta { $when } Si prefiere, puede omitirla.
poll-is-decision = Su grupo decide esto como se preguntó, hasta esta fecha: { $when } No se cierra antes, ni se aplaza, ni se cambia el texto.
