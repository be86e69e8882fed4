canvas-title = Una meta que se está escribiendo
canvas-home-title = Una meta que se está escribiendo
canvas-home = Ustedes dos escriben una meta: «{ $title }».
canvas-write = Seguir escribiendo
canvas-form-what = Para quién y qué cambia
canvas-form-how = Cómo lo sabremos
canvas-form-step = El primer paso pequeño
canvas-students = para qué alumnos
canvas-change = qué cambia para ellos
canvas-measure = cómo lo sabrán
canvas-baseline = Dónde estamos ahora
canvas-hint-baseline = 22 de 60
canvas-source = De dónde sale el dato
canvas-hint-source = Evaluación de lectura de otoño
canvas-taken-on = Con fecha
canvas-hint-taken-on = 30 de septiembre
canvas-target = Lo que queremos lograr
canvas-hint-target = 40 de 60 para mayo
canvas-step = El primer paso pequeño
canvas-hint-step = Dos semanas de lectura en silencio en un grupo
canvas-brings = { $group } aporta: { $what }
canvas-bring = Lo que aporta nuestro grupo
canvas-bring-label = Una línea de su grupo
canvas-bring-hint =
    { $kind ->
        [association] Nuestra red y personas que saben del tema
        [administration] Tiempo y datos
        [board] Lo que esperamos y los medios
        [parents] Lo que saben las familias
       *[other] Capacitación, un espacio, personas
    }
canvas-brought = Guardado. Es la línea de su grupo; puede cambiarla hasta que todos estén de acuerdo.
canvas-asks = { $names } están escribiendo una meta. ¿Qué aporta su grupo?
canvas-changed = { $name } cambió esto mientras tanto. Ahora dice:
canvas-yours = Usted escribió esto, y se guarda un día:
canvas-open-mine = Abrir lo mío otra vez
canvas-keep-theirs = Dejarlo como está
canvas-is-substance = Es más que un descuido al escribir, así que se pregunta otra vez a cada grupo. Antes:
canvas-after = Después:
canvas-ask-again = Guardar y preguntar otra vez a todos
canvas-edit = Editar
canvas-send = Enviarla a los grupos
canvas-send-now = Enviar
canvas-send-means = Cada grupo contesta según su propia regla. Hasta que todos estén de acuerdo, solo la leen quienes deben contestar y ustedes dos. No cambia ningún contrato ni la autoridad de nadie.
canvas-back = Atrás
canvas-missing = Todavía falta: { $fields }.
canvas-not-shared = Ya no está marcada como algo que se trabaja en conjunto, así que no se puede enviar.
canvas-rests = Desde el { $since } no ha habido novedades de «{ $title }». Suele pasar. ¿Siguen? Si no, el borrador termina { $until } No se envió nada, y lo que escribieron se queda aquí.
canvas-go-on = Seguimos con ella
canvas-let-end = Terminarla ahora
canvas-ended = Terminó el borrador de «{ $title }»: nadie siguió con él. No se envió ni se decidió nada. Lo que escribieron sigue aquí; pueden retomarlo.
canvas-take-up = Retomarla
canvas-ended-brought = La meta «{ $title }» terminó antes de enviarse: { $leaders } no siguieron con ella. No se decidió nada, y usted no tiene que hacer nada.
canvas-ended-kept = La línea de su grupo se queda ahí. Si la retoman, ahí estará.
canvas-is-left = Terminó antes de enviarse, pues nadie siguió con ella. No se decidió nada.
scope-goal-rests = Se está preguntando a los grupos por una meta sobre esto, o ya aceptaron una. Primero retírela.
