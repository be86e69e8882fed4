# Juntas fijas de un comité.
meeting-body-start = Programar juntas
meeting-body-who = Solo quien preside un comité puede programar sus juntas.
meeting-body-title = Programar juntas
meeting-body-committee = ¿De qué comité?
meeting-body-when = La primera junta
meeting-body-when-hint = Con la hora de su distrito, también cuando cambia el horario.
meeting-body-month = Cada mes en ese día (segundo martes)
meeting-body-two-weeks = Cada dos semanas en ese día
meeting-body-week = Cada semana en ese día
meeting-body-school-day = Cada mes en ese día de clases (segundo día de clases)
meeting-body-rule = Otra: la regla de abajo
meeting-body-rule-label = Otra regla (solo para «Otra»)
meeting-body-rule-hint = Como la escriben los calendarios: FREQ=MONTHLY;BYDAY=1MO,3MO
meeting-body-place = Lugar o enlace
meeting-body-place-hint = Lo ven sus miembros y canales; si la junta es abierta, puede verlo todo el distrito.
meeting-wrong-rule = Esa regla no se entiende, cae más de una vez al día o tiene más de 9,999 fechas. Una que sirve: FREQ=MONTHLY;BYDAY=1MO,3MO
meeting-body-more = Más opciones
meeting-body-name = Nombre
meeting-body-length = ¿Cuánto dura?
meeting-body-minutes = { $minutes } minutos
meeting-body-bend = Si ese día no hay clases
meeting-bend-move = Pasa al siguiente día de clases
meeting-bend-skip = No se hace
meeting-body-closes = ¿Cuándo sale la agenda?
meeting-body-days =
    { $days ->
        [one] Un día de clases antes
       *[other] { $days } días de clases antes
    }
meeting-body-chairs = ¿Quién preside?
meeting-body-preview = Todavía no se guarda nada: { $name }
meeting-date-moved = • { $when } (no hay clases) pasa a { $to }
meeting-date-skipped = • { $when } (no hay clases) no se hace
meeting-body-terms =
    { $days ->
        [one] { $minutes } minutos. Preside: { $chairs }. La agenda sale un día de clases antes.
       *[other] { $minutes } minutos. Preside: { $chairs }. La agenda sale { $days } días de clases antes.
    }
meeting-law-switch = ¿Junta abierta al público?
meeting-law-unknown = No se sabe si aplica una ley de juntas abiertas; por eso cuenta como si aplicara: la agenda sale al menos { $hours } horas antes y queda fija entonces, y nada se decide en el chat.
meeting-law-yes = Aplica una ley de juntas abiertas: la agenda sale al menos { $hours } horas antes y queda fija entonces, y nada se decide en el chat.
meeting-law-no = No aplica ninguna ley de juntas abiertas: se pueden agregar temas aunque la agenda ya haya salido.
meeting-law-public = Cualquier persona del distrito puede leer la agenda cuando sale: escribe /somewhere agendas. No la publico en ningún otro lugar.
meeting-law-event = Su próxima fecha, con el lugar, también está en el calendario que ve toda la gente del servidor de Discord.
meeting-law-no-advice = Esto no es asesoría legal. Consulte al abogado de su distrito.
meeting-law-card-public = Cualquier persona del distrito puede leer esto: escribe /somewhere agendas.
meeting-law-card = Esta agenda está fija: lo que se agregue ahora es para la próxima junta. Aquí no se decide nada.
meeting-law-minutes = Todo esto se decidió en la junta; nada se decidió en el chat ni por encuesta.
meeting-body-save = Guardar
meeting-body-saved = Guardado. La próxima junta es { $when } Se avisa una sola vez a sus integrantes, en su mensaje del día.
meeting-body-saved-already = Eso ya está guardado. Escriba /somewhere para verlo.
meeting-is-set = { $name } se reúne con regularidad. La próxima: { $line }
meeting-who-reads-body = Lo leen sus integrantes y las personas para quienes son sus canales.
meeting-who-reads-public = Cualquier persona del distrito puede leer la agenda cuando sale, con quién propuso cada tema y quién la dirige. Lo demás es solo para quienes forman parte.
meeting-only-chairs = Eso solo lo puede hacer quien la preside: { $chairs }.

meeting-put = Cambiar esta fecha
meeting-put-label = ¿Cuándo será?
meeting-put-hint = Ahora: { $when } Las demás se quedan como están.
meeting-put-submit = Guardar
meeting-was-put = La junta ahora es { $when } Se avisa una sola vez a sus integrantes.
meeting-change-all = Cambiar las que siguen
meeting-rest = Más
meeting-rest-date = Esta fecha: { $when }
meeting-rest-all = Todas las que siguen:
meeting-rest-own = Para usted:
meeting-pause = Pausar hasta
meeting-pause-label = ¿Desde qué día puede haber otra vez?
meeting-pause-hint = Las fechas anteriores no se hacen.
meeting-is-paused = { $whom }: en pausa. La próxima: { $line }
meeting-after-that = Después: { $dates }.
meeting-resume = Reanudar ya
meeting-paused = En pausa.

meeting-agenda-title = Agenda: { $name }
meeting-agenda-empty = Todavía no hay nada.
meeting-agenda-off = Esta junta no se hará: { $when }
meeting-agenda-no-school = No hay clases; por eso no habrá junta { $when }
meeting-agenda-hold = Detener la agenda
meeting-agenda-held-open = Detenida. Sale cuando usted oprima «Enviar la agenda». Una ley de juntas abiertas puede exigir que ya esté publicada { $when }
meeting-agenda-held = Detenida. Sale cuando usted oprima «Enviar la agenda».
meeting-agenda-send = Enviar la agenda
meeting-agenda-sent = La agenda ya salió.
meeting-agenda-is-out = La agenda ya había salido.

meeting-minutes-do = En qué quedó todo
meeting-minutes-title = Minuta: { $name }
meeting-minutes-of = { $when }
meeting-minutes-next = Lo que deje sin anotar pasa a la próxima junta. La minuta sale cuando otra persona la apruebe, o después de { $days } días de clases si nadie la detiene.
meeting-minutes-ready = La minuta está lista
meeting-minutes-wait = La minuta de { $name } está lista para revisarse. Sale después de { $days } días de clases si nadie la detiene. Junta: { $when }
meeting-minutes-look = Revisarla
meeting-minutes-approved = Aprobada por { $name }.
meeting-minutes-not-yet = Todavía sin aprobar.
meeting-minutes-none = Todavía no hay minuta.
meeting-minutes-empty = No se anotó nada.
meeting-minutes-done = Esta minuta ya salió; solo se puede corregir lo que dice. Un tema nuevo puede ir en la próxima agenda.
meeting-minutes-changed = Cambió desde que usted la vio. Por favor, revísela otra vez: escriba /somewhere.
meeting-minutes-held = Detenida. Sale cuando alguien la apruebe.
meeting-approve = Aprobar
meeting-hold = Detener
meeting-approved = Aprobada y publicada en los canales del comité.
meeting-building = { $name }, { $when }. Lo que se decidió:
meeting-building-more =
    { $count ->
        [one] Y una decisión más.
       *[other] Y { $count } decisiones más.
    }
meeting-approved-already = Ya estaba aprobada por { $name }.
meeting-outcome = Anotar: { $begin }
meeting-outcome-change = Cambiar: { $begin }
meeting-outcome-title = ¿En qué quedó?
meeting-outcome-label = ¿En qué quedó?
meeting-outcome-decided = Se decidió
meeting-outcome-action = Alguien hace algo
meeting-outcome-carried = Para la próxima junta
meeting-outcome-dropped = Se descartó
meeting-outcome-line = En una línea
meeting-outcome-line-told = En una línea; la lee quien lo planteó
meeting-outcome-who = ¿A quién se le pide?
meeting-outcome-nobody = A nadie en particular
meeting-outcome-what = Por favor, escriba qué hay que hacer.
meeting-often-carried = Ha quedado pendiente { $count } veces. ¿Todavía hace falta?
meeting-was-decided = Se decidió: { $text }.
meeting-was-action = Por hacer: { $text }.
meeting-was-carried = Para la próxima junta: { $text }.
meeting-was-dropped = Se descartó: { $text }.
meeting-only-members = Solo sus integrantes agregan temas: { $name }. Puede pedírselo a alguien del comité.
meeting-wrong-school-day = Algunos meses no tienen más de { $most } días de clases. Por favor, elija un día más temprano en el mes.
