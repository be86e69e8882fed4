# Avisar a muchas personas, una sola vez.
command-tell-does = Avisar algo a su escuela u oficina
command-tell-hint = lo que quiere decir
command-broadcast-does = Avisar algo a su grupo, una vez y en todas partes
command-broadcast-hint = lo que quiere decir
language-of =
    { $language ->
        [en] inglés
       *[other] español
    }

broadcast-tell = Avisar a mi escuela
broadcast-start = Enviar un aviso a muchas personas
broadcast-everyone = Todas las personas

broadcast-form-title = Aviso a muchas personas
broadcast-own-title = Avisar a su escuela
broadcast-form-submit = Revisar
broadcast-form-subject = ¿De qué se trata?
broadcast-form-text = ¿Qué quiere decir?
broadcast-form-hint = No para candidaturas ni votaciones. En peligro llame al 911; el distrito tiene alertas.
broadcast-form-people = ¿Quién debe recibirlo?
broadcast-form-buildings = ¿De qué lugar?
broadcast-form-asks = ¿Pedir que digan «Ya lo leí»?
broadcast-asks-no = No, solo que lo lean
broadcast-asks-yes = Sí, y veo cuántas personas
broadcast-more = Quién más, quién no
broadcast-form-also = O también
broadcast-form-also-at = Estas personas, solo de
broadcast-form-only = De todas ellas, solo quienes también son
broadcast-form-not = Pero no
broadcast-channels = Elegir canales
broadcast-form-channels = ¿En qué canales?
broadcast-form-when = ¿Cuándo debe salir?
broadcast-form-when-hint = Déjelo vacío para enviarlo ahora.

broadcast-wrong-title = Por favor, escriba en pocas palabras de qué se trata.
broadcast-wrong-title-long = El asunto tiene { $count } caracteres; caben { $most }.
broadcast-wrong-text = Por favor, escriba lo que quiere decir.
broadcast-wrong-long = Su texto tiene { $count } caracteres; en todas las plataformas caben { $most }. Por favor, acórtelo o ponga un enlace a lo demás.
broadcast-wrong-people = Por favor, elija de la lista quién debe recibirlo.
broadcast-wrong-others-read = Ahora también lo leerían otras personas que no pueden leer lo que cuenta. Por favor, dígalo con sus propias palabras.
broadcast-wrong-nobody = Nadie recibiría esto: en la lista no hay nadie así. Por favor, elija a otras personas u otros lugares.
broadcast-wrong-approver = Alguien tiene que aprobarlo por { $groups }, y nadie ahí tiene un cargo para hacerlo. Por favor, déjelo fuera o pregunte a la persona que me cuida.
broadcast-wrong-past = Esa hora ya pasó, o faltan más de { $days } días. Por favor, elija otra.
broadcast-wrong-night = A esa hora no se le escribe a nadie. La próxima hora posible: { $when }
broadcast-wrong-stale = Usted cambió su texto. En { $language } todavía dice lo de antes: por favor, revíselo.
broadcast-wrong-reason = Por favor, escriba el motivo, con { $most } caracteres como máximo.
broadcast-may-not-own = Avisar a toda una escuela le toca a quien tiene un cargo en ella, como representante de la asociación de educadores, dirección o enlace de la PTA. Por ahora usted no tiene ninguno.
broadcast-may-not-own-ask = Avisar a toda una escuela le toca a quien tiene un cargo en ella. Puede pedírselo a { $name }: { $seat }.
broadcast-may-not = Los avisos a muchas personas salen de un cargo que habla por un grupo, como la presidencia de la asociación. Por ahora nadie lo tiene en su grupo; { $names } puede ayudarle.
broadcast-may-not-ask = Los avisos a muchas personas salen de un cargo que habla por un grupo. Puede pedírselo a { $name }: { $seat }.

broadcast-preview = Todavía no se envía nada
broadcast-preview-urgent = Urgente. Todavía no se envía nada
broadcast-from = De: { $seat }
broadcast-only-other = Por ahora solo está en este idioma.
broadcast-whom-title = Quién lo recibe
broadcast-whom = Para: { $whom }
broadcast-people =
    { $people ->
        [0] Nadie de la lista lo recibe.
        [one] Lo recibe una persona que conozco{ $administrators ->
            [0] .
           *[other] {", de la administración."}
        }
       *[other] Lo reciben { $people } personas que conozco{ $administrators ->
            [0] , ninguna de la administración.
            [one] , una de ellas de la administración.
           *[other] , { $administrators } de ellas de la administración.
        }
    }
broadcast-meant =
    { $people ->
        [0] Según la lista, no es para nadie que yo conozca.
        [one] Según la lista, es para una persona que conozco{ $administrators ->
            [0] .
           *[other] {", de la administración."}
        }
       *[other] Según la lista, es para { $people } personas que conozco{ $administrators ->
            [0] , ninguna de la administración.
            [one] , una de ellas de la administración.
           *[other] , { $administrators } de ellas de la administración.
        }
    }
broadcast-places = Se publica en { $places }.
broadcast-places-more =
    { $count ->
        [one] un canal más
       *[other] { $count } canales más
    }
broadcast-no-places = Ningún canal es solo para estas personas, así que no se publica en ninguno.
broadcast-places-left-off =
    { $count ->
        [one] Usted quitó un canal. Esas personas lo encuentran en su mensaje del día.
       *[other] Usted quitó { $count } canales. Esas personas lo encuentran en su mensaje del día.
    }
broadcast-unseen = Ahí lo ve quien lea { $places }; no puedo ver quién es.
broadcast-pinged = Suena para quienes tengan el rol que su distrito puso a { $places }; no puedo ver cuántas personas son.
broadcast-by-message =
    { $count ->
        [one] Una de ellas lo encuentra en su mensaje del día, salvo que ya no quiera estos avisos.
       *[other] { $count } de ellas lo encuentran en su mensaje del día, salvo quienes ya no quieren estos avisos.
    }
broadcast-unreached = No se puede llegar enseguida a todas las personas:
broadcast-at-home =
    { $count ->
        [one] • Una persona no recibe mensajes míos y lo encuentra en /somewhere.
       *[other] • { $count } personas no reciben mensajes míos y lo encuentran en /somewhere.
    }
broadcast-unlinked =
    { $count ->
        [one] • De una persona no conozco ninguna cuenta.
       *[other] • De { $count } personas no conozco ninguna cuenta.
    }
broadcast-missing =
    { $count ->
        [0] Un canal donde se publica está en { $language }.
        [one] Una de ellas lee en { $language }. Por ahora lo recibe como usted lo escribió.
       *[other] { $count } de ellas leen en { $language }. Por ahora lo reciben como usted lo escribió.
    }
broadcast-lasts =
    Enviarlo tarda más o menos { $sending ->
        [one] un minuto
       *[other] { $sending } minutos
    }, y más para quienes ya terminaron su horario; corregir todas las copias, más o menos { $correcting ->
        [one] un minuto
       *[other] { $correcting } minutos
    }.
broadcast-no-approval = Nadie tiene que aprobarlo.
broadcast-needs-approval = Primero tiene que aprobarlo otra persona, tal como está aquí: { $names }.
broadcast-approvers-of = { $group }: { $names }
broadcast-approvers-more =
    { $count ->
        [one] una persona más
       *[other] una de otras { $count } personas
    }
broadcast-when = Sale { $when }
broadcast-now = Sale dos minutos después de enviarlo. Si lo detiene antes, nadie lo recibe.
broadcast-in-hours = A esta hora no se le escribe a nadie: sale { $when } y hasta entonces puede detenerlo.
broadcast-test = Una prueba que solo usted ve. Así se verá.

broadcast-send = Enviar
broadcast-send-to-approver = Enviar a aprobación
broadcast-plan = A otra hora
broadcast-make-urgent = Hacerlo urgente
broadcast-make-calm = No es urgente
broadcast-other-seat = Enviar con otro cargo
broadcast-see = Prueba conmigo: { $language }
broadcast-see-on = Verlo en { $platform }
broadcast-on = Así se ve en { $platform }. Todavía no se envía nada y solo usted ve esto
broadcast-on-channels = En { $places }:
broadcast-on-no-channel = Allí no se publica en ningún canal.
broadcast-on-message =
    { $count ->
        [one] Una persona lo encuentra allí en su mensaje del día, junto a otras noticias, salvo que ya no quiera estos avisos:
       *[other] { $count } personas lo encuentran allí en su mensaje del día, junto a otras noticias, salvo quienes ya no quieran estos avisos:
    }
broadcast-on-no-message = Allí nadie lo encuentra en un mensaje del día.
broadcast-on-chosen = En { $platform } solo les escribo a quienes me lo pidieron. Las demás personas lo encuentran en los canales o en /somewhere.
broadcast-on-buttons = Allí se puede oprimir: { $labels }
broadcast-on-language = En { $language }
broadcast-cut-off = ¿A quién no le llega enseguida?
broadcast-cut-off-title = A quién no le llega enseguida
broadcast-cut-off-own = De su propio grupo: { $names }
broadcast-cut-off-others =
    { $count ->
        [one] Una más, de otro grupo: no muestro su nombre.
       *[other] { $count } más, de otros grupos: no muestro sus nombres.
    }
broadcast-cut-off-more =
    { $count ->
        [one] una más
       *[other] { $count } más
    }
broadcast-cut-off-foot = Usted solo ve nombres de { $group }, para poder avisarles en persona. Dice a quién puedo llegar, no quién lee algo, y no es para evaluar ni sancionar a nadie.
broadcast-write-other = Escribir en { $language }
broadcast-rewrite = Cambiar el texto en { $language }
broadcast-ask-other = Pedir a alguien el texto en { $language }
broadcast-already-sent = Ese aviso ya se envió. Escriba /somewhere para encontrarlo.
broadcast-dropped = No se envió nada, y el borrador se borró.

broadcast-other-title = En otro idioma
broadcast-other-submit = Revisar
broadcast-other-subject = De qué se trata, en { $language }
broadcast-other-text = El texto, en { $language }
broadcast-ask-title = Pedir el texto a alguien
broadcast-ask-submit = Pedir
broadcast-ask-whom = ¿Quién de su grupo lee los dos?
broadcast-no-reader = En la lista no hay nadie más de su grupo que lea en { $language }. Puede escribirlo usted o enviarlo como está.
broadcast-words-line = { $name } le pide escribir «{ $title }» en su idioma. Sale cuando { $author } lo haya revisado.
broadcast-words-write = Escribirlo
broadcast-words-no = No puedo
broadcast-words-done = Gracias. Ahora lo tiene { $name }, para enviarlo.
broadcast-words-declined = Está bien. Se lo digo.
broadcast-translated-line = «{ $title }» ya está en el otro idioma. Por favor, revíselo y envíelo.
broadcast-declined-line = Todavía nadie ha escrito «{ $title }» en el otro idioma. Puede pedírselo a otra persona o enviarlo como está.

broadcast-home-approve = Por aprobar
broadcast-home-words = Por escribir en su idioma
broadcast-home-to-read = Por leer
broadcast-home-mine = Avisos a muchas personas
broadcast-home-drafts = Avisos que aún no se envían
broadcast-home-unread = «{ $title }», de { $seat }: por favor, diga cuando lo haya leído.
broadcast-home-draft = Aún no se envía: «{ $title }»
broadcast-draft-go-on = Seguir escribiendo
broadcast-draft-delete = Borrar el borrador

broadcast-approve-line = «{ $title }», de { $seat }, espera su aprobación.
broadcast-check = Revisar
broadcast-check-title = Todavía no se envía nada. ¿Puede salir así?
broadcast-approve = Aprobar
broadcast-return = Devolver
broadcast-return-submit = Devolver
broadcast-return-why = ¿Qué debe cambiar?
broadcast-returned = Lo tiene ahora { $name }, con su motivo. No se envió nada.
broadcast-approve-own = Usted lo escribió, así que tiene que aprobarlo otra persona de su grupo.
broadcast-approve-changed = Cambió desde que usted lo vio. Por favor, revíselo otra vez.
broadcast-back-line = «{ $title }» todavía no se aprobó:
broadcast-held-line = { $name } preparó «{ $title }» para el cargo de usted y ya no lo tiene. No ha salido nada: solo sale si usted lo envía.
broadcast-look-over = Revisar

broadcast-named = «{ $title }»
broadcast-is-writing = Todavía no se envía nada. Se pidió el texto en el otro idioma a: { $name }.
broadcast-is-unwritten = Todavía no se envía nada. Nadie lo está escribiendo en el otro idioma. Puede pedírselo a otra persona o enviarlo como está.
broadcast-is-translated = Todavía no se envía nada. Ya está en el otro idioma; por favor, revíselo.
broadcast-is-waiting = Todavía no se envía nada. Espera que lo aprueben. { $names }.
broadcast-is-returned = No se envió nada. Se lo devolvieron:
broadcast-is-back = No se envió nada. Lo tiene ahora { $name }.
broadcast-is-planned = Sale { $when }; hasta entonces nadie lo tiene.
broadcast-is-held = No se envió nada. Quien lo escribió ya no tiene este cargo: solo sale si usted lo envía.
broadcast-role-may-not = Según los archivos del distrito, { $seat } ya no envía avisos a muchas personas: no sale nada nuevo en este cargo.
broadcast-is-going = Está saliendo desde { $when }
broadcast-is-paused = En pausa. Nadie más lo recibe hasta que usted siga.
broadcast-is-out = Salió { $when }
broadcast-is-stopped = Detenido. Nadie más lo recibe; donde ya está, se queda.
broadcast-is-retracted = Retirado en todas partes. Puede haber copias.
broadcast-nobodys = Por ahora nadie tiene el cargo que lo envió ({ $seat }). Hasta que alguien lo asuma, usted puede detenerlo o retirarlo.
broadcast-is-withdrawn = Detenido. Nadie lo recibió.
broadcast-posted =
    { $all ->
        [one] { $count ->
            [one] Publicado en su único canal.
           *[other] No está publicado en su único canal.
        }
       *[other] Publicado en { $count } de { $all } canales.
    }
broadcast-told =
    { $least ->
        [0] Hasta ahora lo tienen por mensaje menos de { $few } personas.
       *[other] { $least } personas o más lo tienen por mensaje{ $waiting ->
            [0] .
           *[other] ; otras lo reciben en su próximo mensaje.
        }
    }
broadcast-place-failed = No se pudo usar { $place }: ya no existe, no me deja entrar o ahora es para otras personas. Quienes conozco ahí lo reciben por mensaje.
broadcast-place-held = Puede que esté en { $place } o no; no puedo saberlo. Por favor, mire.

broadcast-change = Cambiarlo
broadcast-withdraw = Detener: no enviarlo
broadcast-stop = Detener
broadcast-pause = Pausa
broadcast-resume = Seguir
broadcast-correct = Corregirlo
broadcast-correct-submit = Corregir
broadcast-correct-same = No se cambió nada.
broadcast-corrected-now = Corregido. Todas las copias cambian y dicen desde cuándo.
broadcast-corrected = Corregido { $when }
broadcast-correction-waits = Espera que lo aprueben: { $names }. Hasta entonces todas las copias quedan como están. Si no puede esperar, retire el aviso.
broadcast-correction-is-waiting = Hay una corrección que espera que la aprueben: { $names }. Hasta entonces todas las copias quedan como están.
broadcast-correction-dropped = Queda como está, y su corrección ya no espera a nadie.
broadcast-correction-line = Una corrección de «{ $title }», de { $seat }, espera su aprobación.
broadcast-correction-title = ¿Todas las copias pueden decir esto?
broadcast-correction-now = Como está ahora
broadcast-correction-approved = Gracias. Otras personas todavía la revisan; hasta entonces todas las copias quedan como están.
broadcast-correction-returned = Lo tiene ahora { $name }, con su motivo. Todas las copias quedan como están.
broadcast-corrected-line = Se corrigió «{ $title }», de { $seat }, que usted aprobó. Por favor, vea lo que dice ahora.
broadcast-retract = Retirarlo
broadcast-retract-submit = Retirar
broadcast-retract-why = ¿Por qué? Lo lee quien lo tiene.
broadcast-retract-hint = Por ejemplo: Tenía un error. Habrá información nueva antes de las 4 p. m.
broadcast-take-off = Retirarlo para mi grupo
broadcast-take-off-why = ¿Por qué? Lo lee quien lo envió.
broadcast-take-off-hint = Se quita de los mensajes de su grupo y de todos los canales que su grupo lee.
broadcast-taken-off = Se retiró para { $group }. { $name } lee por qué. Puede haber copias.
broadcast-for-their-group = Eso solo lo hace { $seat }. Usted puede retirarlo para su propio grupo: escriba /somewhere.
broadcast-was-withdrawn = «{ $title }» no se envió: lo detuvo quien lo había aprobado para { $group }.
broadcast-was-paused = «{ $title }» está en pausa: así lo decidió quien lo aprobó para { $group }.
broadcast-was-resumed = «{ $title }» sigue saliendo: así lo decidió quien lo aprobó para { $group }.
broadcast-was-stopped = «{ $title }» se detuvo: así lo decidió quien lo aprobó para { $group }.
broadcast-was-corrected = Quien aprobó «{ $title }» para { $group } lo corrigió. Por favor, vea lo que dice ahora.
broadcast-was-not-corrected = Su corrección de «{ $title }» no se aprobó para { $group }. Todas las copias quedan como están.
broadcast-was-retracted = Quien aprobó «{ $title }» para { $group } lo retiró.
broadcast-was-stopped-vacant = Mientras nadie tenía este cargo, alguien de { $group } detuvo «{ $title }».
broadcast-was-retracted-vacant = Mientras nadie tenía este cargo, alguien de { $group } retiró «{ $title }».
broadcast-was-taken-off = Quien aprobó «{ $title }» para { $group } lo retiró para ese grupo, también en los canales que lee con otras personas.
broadcast-retracted = Se retiró este aviso: «{ $title }». Lo había enviado { $seat }.
broadcast-copies = Puede haber copias.
broadcast-report = ¿Cómo va?
broadcast-has-begun = Ya empezó a salir. Puede corregirlo o retirarlo: escriba /somewhere.
broadcast-not-under-way = En este momento no está saliendo. Escriba /somewhere para ver cómo va.
broadcast-too-late = Esto se puede cambiar durante 30 días desde que salió, y solo mientras siga publicado.

broadcast-notices = Avisos a muchas personas
broadcast-line = De { $seat }: { $title }
broadcast-line-untitled = un aviso para usted
broadcast-urgent-note = Urgente: por eso llega solo. Como máximo uno al día.
broadcast-read-on = Leerlo
broadcast-read = Ya lo leí
broadcast-read-who = «Ya lo leí» se cuenta y nadie recibe su nombre. No es prueba de nada ni sirve para sanciones.
broadcast-read-late = Gracias. Se envió hace más de 30 días, así que ya no se cuenta.
broadcast-read-noted = Gracias, anotado. Solo { $seat } ve cuántas personas, nunca quiénes.
broadcast-remind-line = { $seat } quiere saber que la gente ya leyó «{ $title }». Nadie ve quién lo hizo.
broadcast-remind = Recordar a quienes faltan
broadcast-remind-done = Se les recuerda en sus propios mensajes, dentro de su horario.
broadcast-remind-again = Se les recordó hace poco. Puede volver a recordarles desde { $when }
broadcast-read-total =
    { $count ->
        [0] Menos de cinco personas han dicho que lo leyeron.
       *[other] Por lo menos { $count } personas han dicho que lo leyeron.
    }
broadcast-by-group = Por grupo, en su primer día
broadcast-by-building = Por escuela, en su primer día
broadcast-row = { $name }: { $read } de { $all }
broadcast-other-groups = Otros grupos
broadcast-other-buildings = Otras escuelas
broadcast-no-building = Sin escuela
broadcast-no-proof = Nadie recibe nombres. Quien no oprimió pudo haberlo leído: esto no es prueba de nada ni sirve para sanciones.
broadcast-take-along = Llevarse los números
broadcast-taken-along = Los números, en una tabla. No tiene nombres.
broadcast-taken-along-picture = Los números, en una imagen y en una tabla. No tienen nombres.
broadcast-of-all = { $read } de { $all }
broadcast-picture-title = Dijeron que ya lo leyeron: { $title }
broadcast-picture-alt = Gráfica de barras. { $title }. { $lines }. { $note }
broadcast-csv-name = aviso
broadcast-csv-what = Qué
broadcast-csv-who = Quién
broadcast-csv-count = Número
broadcast-csv-channels = Canales
broadcast-csv-messages = Por mensaje, de cinco en cinco
broadcast-csv-read = Dijeron que lo leyeron
broadcast-csv-people = Personas
broadcast-csv-all = Todas, de cinco en cinco

broadcast-want-replies = Quiero recibir las respuestas
broadcast-no-replies = No recibir las respuestas
broadcast-replies-come = Durante cuatro semanas, lo que la gente conteste en esos canales le llega a usted; así se les dice.
broadcast-replies-do-not = Lo que la gente conteste en esos canales se queda ahí; así se les dice.
broadcast-below-reaches = Lo que se conteste aquí abajo también lo recibe { $seat } y puede responder aquí.
broadcast-below-stays = No le paso a nadie lo que se conteste aquí abajo.
broadcast-home-replies = Respuestas a sus avisos
broadcast-replies-line =
    { $count ->
        [one] Alguien contestó a «{ $title }».
       *[other] { $count } respuestas a «{ $title }» esperan la suya.
    }
broadcast-replies-open =
    { $count ->
        [one] Una respuesta espera la suya.
       *[other] { $count } respuestas esperan la suya.
    }
broadcast-replies-see = Ver las respuestas
broadcast-replies-to = Respuestas a «{ $title }»
broadcast-replies-none = No hay respuestas pendientes.
broadcast-replies-foot = Lo que usted responda queda debajo del aviso en ese canal, para todas las personas que lo leen ahí.
broadcast-reply-from = { $name } en { $place }:
broadcast-reply-not-kept = (Ya no tengo sus palabras. Están en el canal.)
broadcast-reply-answer = Responder
broadcast-reply-leave = No hace falta responder
broadcast-reply-form = Su respuesta
broadcast-reply-hint = La ven todas las personas que leen { $place }.
broadcast-reply-sent = Su respuesta sale en { $place }, debajo del aviso.
broadcast-reply-done = Esta ya se respondió o ya no está.
broadcast-reply-elsewhere = { $place } está cerrado o ahora es para otras personas. Por favor, dígaselo usted.
broadcast-reply-answered = { $seat } le responde a { $name }:

broadcast-files =
    { $count ->
        [one] Con este archivo: { $files }
       *[other] Con estos archivos: { $files }
    }
broadcast-file = { $file } ({ $size }), de { $seat }.
broadcast-file-stays = «{ $file }», de { $seat }, no se pudo publicar aquí.
broadcast-file-small = Quien recibe el aviso recibe el archivo. Por favor, quite los nombres de estudiantes, también de las hojas y columnas ocultas.
broadcast-file-twice = Con el aviso ya va un archivo que se llama «{ $name }». Por favor, póngale otro nombre a este.
broadcast-file-went = «{ $name }» salió con su aviso.
broadcast-file-look = Revisar el aviso
broadcast-file-wait = ¿Ya llegó el archivo?
broadcast-file-out = Quitar { $name }
broadcast-file-personal = «{ $name }» parece tener números, fechas de nacimiento o direcciones como los expedientes de estudiantes. Por favor, revíselo antes de enviarlo.
broadcast-files-kept-out = En { $places } no se publican archivos: ahí trabaja un comité que no los acepta. El aviso los nombra.
broadcast-files-check = Sus archivos salen con el aviso. Por favor, ábralos también: por ahora solo usted los recibe.
broadcast-file-failed = «{ $file }» no está en { $place }: no lo pude publicar ahí.
broadcast-file-held = Puede que «{ $file }» esté en { $place } o no; no puedo saberlo. Por favor, mire.
broadcast-correct-files = Quitar un archivo
broadcast-corrected-file = Corregido. Todas las copias cambian y dicen desde cuándo. El archivo se quita donde puedo quitarlo; quienes ya lo bajaron lo siguen teniendo.
