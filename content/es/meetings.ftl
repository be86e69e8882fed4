# Juntas fijas: dos cargos que se reúnen.
meeting-start = Reunirme con alguien
meeting-nobody = Ya no queda con quién reunirse: ya se reúnen, o ese cargo está libre.
meeting-whom = { $name } ({ $seat })
meeting-form-title = Proponer dos horarios
meeting-form-submit = Revisar
meeting-form-with = ¿Con quién quiere reunirse?
meeting-form-first = Un horario que le conviene
meeting-form-second = Otro
meeting-form-hint = Con la hora de su distrito. La otra persona elige uno de los dos.
meeting-form-how = ¿Cómo se reunirían?
meeting-form-often = ¿Cada cuándo?
meeting-how-person = En persona
meeting-how-phone = Por teléfono
meeting-how-video = Por video
meeting-how-person-interpreter = En persona, con intérprete
meeting-how-phone-interpreter = Por teléfono, con intérprete
meeting-often-month = Una vez al mes
meeting-often-two-weeks = Cada dos semanas
meeting-often-week = Cada semana
meeting-terms = { $minutes } minutos. { $often }. { $how }.

meeting-wrong-past = Esa hora ya pasó. Por favor, elija otra.
meeting-wrong-no-school = No hay clases el { $when }. Por favor, elija otro día.
meeting-wrong-same = Los dos horarios son iguales. Por favor, proponga dos distintos.
meeting-wrong-choice = Por favor, elija una opción de la lista.

meeting-preview-title = Todavía no se envía nada
meeting-preview-to = Para { $whom }. Uno de estos horarios:
meeting-preview-next = La otra persona elige uno con un toque o propone otros. Si ese día no hay clases, la junta pasa al siguiente día de clases.
meeting-send = Enviar
meeting-dropped = No se envió nada.
meeting-sent-already = Esos horarios ya se enviaron. Escriba /somewhere para verlos.
meeting-sent = Enviado. { $name } puede elegir uno. ¿Hay algo de lo que quiera hablar?
meeting-take-back = Retirar la propuesta
meeting-taken-back = Retirada. Ya nadie tiene que elegir.

meeting-offer-asks = { $name } ({ $seat }) quisiera reunirse con usted. { $terms } ¿Qué horario le conviene?
meeting-offer-asks-once = { $name } no puede a esa hora. ¿Cuál de estos horarios le conviene, solo por esta vez?
meeting-offer-waits = { $name } puede elegir un horario: { $times }
meeting-offer-past = { $name } no eligió ninguno de estos horarios y ya pasaron. Retírelos para proponer otros: { $times }
meeting-neither = Ninguno me conviene
meeting-offer-over = Esa propuesta ya terminó. Escriba /somewhere para ver cómo va.
meeting-offer-yours = Usted propuso estos horarios. La otra persona elige uno.
meeting-offered-already = Ya hay horarios propuestos. Escriba /somewhere para verlos.
meeting-pick-past = Esa hora ya pasó. Por favor, elija otra o proponga otros horarios.
meeting-agreed = Usted se reúne con { $whom } { $when } Les recuerdo a los dos un día antes.
meeting-offer-times = Proponer dos horarios

meeting-with = Usted y { $whom }
meeting-next = { $when } Duración: { $minutes } minutos.
meeting-no-time = Todavía no hay horario.
meeting-without-a-time = Todavía no hay horario con { $whom }.
meeting-who-reads = Solo lo leen quienes se reúnen.
meeting-see = Ver todo
meeting-promised = Compromisos
meeting-topics = Para hablar
meeting-topic = • { $text } ({ $name })
meeting-topic-withdrawn = un tema que se retiró
meeting-topic-carried =
    { $count ->
        [one] • { $text } ({ $name }, quedó pendiente la vez pasada)
       *[other] • { $text } ({ $name }, ha quedado pendiente { $count } veces)
    }
meeting-last = La vez pasada, { $when }
meeting-noted-by = Lo anotó { $name }

meeting-add = Agregar un tema
meeting-add-title = Un tema para hablar
meeting-add-submit = Agregar
meeting-add-label = ¿De qué quiere hablar?
meeting-add-hint-next = Para la próxima vez. Solo lo leen quienes se reúnen. Sin nombres de estudiantes, por favor.
meeting-add-hint-body = Para { $when } Lo leen sus miembros y canales. Sin nombres de estudiantes, por favor.
meeting-add-hint-body-next = Para la próxima vez. Lo leen sus miembros y canales. Sin nombres de estudiantes, por favor.
meeting-add-hint = Para { $when } Solo lo leen quienes se reúnen. Sin nombres de estudiantes, por favor.
meeting-add-empty = Por favor, escriba de qué quiere hablar.
meeting-add-long = Tiene { $count } caracteres; caben { $most }. Por favor, acórtelo.
meeting-add-full = Ya hay { $most } temas, más de los que caben en una junta. Por favor, hablen primero de algunos.
meeting-added = Quedó en la lista.
meeting-take-off = Quitar: { $begin }
meeting-taken-off = Ya no está en la lista.

meeting-other-time = Proponer otro horario
meeting-cancel = Esta vez no
meeting-cancel-title = Esta vez no
meeting-cancel-submit = Omitirla
meeting-cancel-reason = ¿Por qué? (puede dejarlo vacío)
meeting-cancel-hint = Solo lo leen quienes se reúnen. Las juntas siguientes se quedan.
meeting-cancel-hint-body = Lo leen sus miembros y canales. Las juntas siguientes se quedan.
meeting-cancel-others = Ahora lo leen otras personas que las que decía el formulario. Por favor, véalo otra vez antes de enviarlo.
meeting-cancelled = Esta junta no se hará: { $when } Aviso a quienes se reúnen.
meeting-uncancel = Deshacer
meeting-uncancelled = La junta se hará como estaba: { $when }
meeting-changed-meanwhile = Alguien cambió esto mientras tanto. Escriba /somewhere para ver cómo quedó.
meeting-end = Terminar estas juntas
meeting-ended = Estas juntas terminaron. Lo que se escribió queda con quienes participaron.
meeting-ended-already = Estas juntas ya terminaron. Puede volver a empezar desde /somewhere.
meeting-is-ended = Estas juntas terminaron.
meeting-was-ended = Estas juntas terminaron: { $whom }.
meeting-again = Volver a empezar
meeting-goes-on = Muy bien. La próxima es { $when }

meeting-reminder = Junta próxima: { $whom }, { $line }
meeting-reminder-late = Este recordatorio llega tarde: estuve fuera de servicio un rato.
meeting-is-moved = Cambió la fecha de esta junta: { $whom }. Ahora es { $when }
meeting-is-cancelled = No habrá junta de { $whom }: { $when }
meeting-because = «{ $reason }»
meeting-no-school = No hay clases; por eso no habrá junta de { $whom }: { $when }
meeting-then = La próxima es { $when }
meeting-inherited = Con su cargo vienen estas juntas: { $whom }. La próxima: { $line }
meeting-inherited-open = Con su cargo vienen estas juntas: { $whom }. Todavía no hay horario; lo que se propuso antes de usted ya no cuenta.
meeting-nobody-comes = Nadie viene a sus juntas hasta que alguien tenga el cargo.
meeting-vacant = Este cargo está libre: { $seats }. { $line } Entonces le aviso.
meeting-vacant-no-more = Estas juntas siguen, pues alguien tiene el cargo: { $whom }. La próxima: { $line }
meeting-news = Horarios, cambios y fin de las juntas
meeting-reminders = Recordatorios de juntas

meeting-was = Ya fue esta junta: { $whom }, { $when } ¿Qué decidieron y quién hace qué?
meeting-write-down = ¿Qué decidieron? ¿Quién hace qué?
meeting-did-not = No nos reunimos
meeting-did-not-next = Suele pasar. Todo se queda en la lista para { $when }
meeting-did-not-done = Suele pasar. Todo se queda en la lista.
meeting-not-yet = Esa junta todavía no ha sido: { $when }
meeting-note-title = Después de la junta
meeting-note-submit = Anotar
meeting-note-decided = ¿Qué decidieron?
meeting-note-hint = Lo leen quienes se reúnen. Después usted puede contarlo en { $body }.
meeting-note-hint-only = Solo lo leen quienes se reúnen.
meeting-note-mine = Lo que yo voy a hacer
meeting-note-mine-hint = Aparece al principio de la próxima agenda.
meeting-note-theirs = Lo que le pido a la otra persona
meeting-note-theirs-hint =
    { $count ->
        [one] { $name } dice que sí o que no.
       *[other] La persona a quien se lo pide dice que sí o que no.
    }
meeting-note-others = Ahora lo leen otras personas que cuando usted abrió el formulario. Por favor, véalo otra vez antes de anotarlo.
meeting-note-empty = Por favor, escriba al menos una línea. Si no se reunieron, cierre esto y oprima «No nos reunimos».
meeting-noted = Quedó anotado.
meeting-noted-already = Eso ya se anotó y se contó. Escriba /somewhere para verlo.
meeting-tell-preview = Todavía no se publica nada. Puede contarlo en { $places }:
meeting-tell = Contarlo en { $body }
meeting-tell-nowhere = Ya no hay ningún canal donde solo lo lean las personas de las que se le habló.
meeting-was-told = Publicado.
meeting-untell = Retirarlo
meeting-untold = Retirado. Ya no está en los canales.
meeting-told-title = De nuestra junta
meeting-told = Se reunieron { $seats }, { $when }
meeting-told-by = Lo cuenta { $name }.

meeting-home-turn = Juntas: le toca a usted
meeting-home-next = Sus juntas
meeting-home-line =
    { $count ->
        [0] { $whom }: { $line }
        [one] { $whom }: { $line } Un tema.
       *[other] { $whom }: { $line } { $count } temas.
    }

meeting-pair-all = Proponer juntas en cada escuela
meeting-pair-all-who = Eso solo lo puede hacer quien dirige un grupo con cargos en las escuelas.
meeting-pair-all-none =
    { $count ->
        [0] Todavía no hay a quién proponerlo: en ninguna escuela tienen a alguien los dos lados.
       *[other] Ya está propuesto en todas las escuelas donde se puede. Parejas: { $count }.
    }
meeting-pair-all-title = Todavía no se propone nada
meeting-pair-all-met =
    { $count ->
        [one] Una pareja ya se reúne, o ya se le propuso.
       *[other] { $count } parejas ya se reúnen, o ya se les propuso.
    }
meeting-pair-all-empty = De nuestro grupo nadie tiene el cargo en { $bodies }.
meeting-pair-all-next = Se les pide proponer dos horarios para veinte minutos al mes. Pueden decir que no, y nadie se entera.
meeting-propose = Proponérselo
meeting-were-proposed =
    { $count ->
        [0] Ya no quedaba a quién proponérselo.
        [one] Se le propuso a una persona. Lo ve en su mensaje del día y en /somewhere.
       *[other] Se les propuso a { $count } personas. Lo ven en su mensaje del día y en /somewhere.
    }
meeting-proposed = ¿Se reuniría con { $whom }? Veinte minutos al mes; puede ser por teléfono.
meeting-proposed-by = { $name } propone que ustedes dos se reúnan veinte minutos al mes: { $whom }. Usted propone dos horarios y la otra persona elige uno.
meeting-not-now = Ahora no
meeting-declined = Está bien. Nadie se entera. Puede empezar cuando quiera, desde /somewhere.
meeting-empty = Hay quien quisiera reunirse con su grupo en { $bodies }, y allí el cargo está libre. ¿Quién podría tomarlo?

# Juntas que se apagan.
meeting-home-dying = Juntas que dejaron de hacerse
meeting-home-pairs = Parejas que se reúnen
meeting-dying = Nadie me ha avisado que se hicieron sus dos últimas juntas: { $whom }. Suele pasar. ¿Es el horario, o cada cuándo?
meeting-dying-body = Nadie me ha avisado que a sus dos últimas juntas llegaron suficientes personas para decidir: { $whom }. Suele pasar. ¿Es el horario, o cada cuándo?
meeting-dying-advice = Lo que ayuda a otros: quince minutos por teléfono, a una hora que le convenga a la otra persona, con un solo tema. Si sí se reunieron, anote una línea.
meeting-pairs = En los últimos dos meses se reunieron al menos { $met } parejas. Puede que otras también, sin decírmelo.
meeting-path = Véase 20 minutos con { $whom }.
