command-goals-does = Las metas acordadas
command-goals-hint = déjelo vacío
goal-notices = Noticias de las metas
goal-start = Empezar con esta
goal-start-line = Una línea para varias
goal-may-start = Con ella solo empieza la representación o el enlace de la escuela donde se escribió.
goal-started-already = Ya se está haciendo una meta con ella. Escriba /somewhere para verla.

goal-form-title = Una meta
goal-form-line = ¿En qué se resume, en una línea?
goal-hint-line = Con sus palabras; no se muestran las de nadie más.
goal-form-students = ¿Para qué alumnos?
goal-hint-students = Por ejemplo: alumnos de tercero que leen por debajo del nivel
goal-form-change = ¿Qué cambia para ellos?
goal-hint-change = Por ejemplo: cada día leen 20 minutos con alguien que los guía
goal-form-measure = ¿Cómo lo sabremos?
goal-hint-measure = Algo que se cuente cada semana en un minuto, como los libros leídos
goal-wrong-empty = Por favor, escriba una línea.
goal-wrong-long = Tiene { $count } caracteres; caben { $most }. Por favor, acórtela.
goal-wrong-nobody =
    { $kind ->
        [administration] En mi lista no hay quien conteste por la administración aquí. { $names } puede agregar a alguien. Sus palabras se guardan un día.
       *[other] En mi lista no hay quien conteste por la asociación aquí. { $names } puede agregar a alguien. Sus palabras se guardan un día.
    }

goal-line-students = Para: { $students }
goal-line-change = Qué cambia: { $change }
goal-line-measure = Cómo lo sabremos: { $measure }
goal-goes = Va a:
goal-goes-to = { $seat }: { $name }
goal-vacant = { $seat }: nadie tiene este cargo ahora. { $names } puede cubrirlo; la meta espera.
goal-nobody-speaks =
    { $kind ->
        [parents] En mi lista no hay quien conteste por las familias aquí, así que no se les pregunta.
       *[other] Un grupo no tiene a nadie en mi lista aquí, así que no se le pregunta.
    }
goal-then-read-all = Hasta que todos estén de acuerdo, solo la leen esas personas y usted. Después, todas las de estos grupos en todo el distrito. No cambia ningún contrato ni la autoridad de nadie.
goal-then-read = Hasta que todos estén de acuerdo, solo la leen esas personas y usted. Después, todas las de estos grupos en { $building } y las que trabajan para todo el distrito. No cambia ningún contrato ni la autoridad de nadie.
goal-shows-words = También ven esto, sin nombre. Quien lo escribió dijo que puede mostrarse:
goal-keeps-words = No ven las palabras de la inquietud.
goal-caution = Aquí ya hay una meta en marcha: «{ $goal }». Con dos a la vez, muchas veces no avanza ninguna. Puede enviarla de todos modos.
goal-times-offered = Usted propone hablar: { $times }
goal-send = Enviar
goal-sent = Enviada. A quien no haya contestado se le recuerda una vez después de esta fecha: { $when } Usted puede cambiar el texto o retirarla hasta que todos estén de acuerdo.
goal-sent-where = La encuentran en mi mensaje del día. Si alguien no lo recibe, la ve solo al escribir /somewhere: conviene avisarle.
goal-sent-already = Eso ya se envió. Escriba /somewhere para verla.
goal-not-now = Eso ya no se puede hacer con esta meta; no se cambió nada.

goal-asked-title = ¿Puede ser esta nuestra meta compartida?
goal-agreed-title = Nuestra meta compartida
goal-over-title = Una meta que se propuso
goal-from =
    { $count ->
        [0] De { $seat }.
       *[other] De { $seat }. Se escuchó al menos a { $count } personas.
    }
goal-in-words = En palabras de alguien, sin su nombre:
goal-was-substance = El texto cambió de fondo, así que se pregunta otra vez a cada grupo. Antes:
goal-was-typo = Se corrigió un descuido al escribir; las respuestas valen. Antes:
goal-is-taken-back = Se retiró. No tiene que hacer nada.
goal-is-closed = Se cerró, pues no todos estaban de acuerdo.

goal-asks = Usted contesta por su cargo. ¿Qué dice?
goal-you-said = Su respuesta: { $said }. Puede cambiarla hasta que todos estén de acuerdo.
goal-answer-agree = De acuerdo
goal-answer-live = Puedo aceptarla
goal-answer-concern = Una inquietud
goal-answer-block = Bloquear, con una razón
goal-answer-more-time = Necesitamos más tiempo
goal-foot = No cambia ningún contrato ni la autoridad de nadie. Los demás ven su respuesta; su razón es solo para { $proposer }.
goal-position =
    { $answer ->
        [agree] de acuerdo
        [live] puede aceptarla
        [concern] con una inquietud
        [block] la bloquea
       *[other] necesita más tiempo
    }
goal-position-line = • { $seat } ({ $name }): { $said }
goal-position-waits = • { $seat }: todavía no contesta
goal-reason = La razón, de { $seat } (para quienes dirigen la meta):
goal-may-answer = Usted no es de quienes contestan: { $names }.
goal-may-nobody = Por ahora nadie tiene un cargo que trabaje en esta meta; { $names } puede ayudar.
goal-may-team = Eso lo hace solo el equipo de esta meta: { $names }. Puede decírselo a alguien del equipo.
goal-wording-changed = El texto cambió mientras tanto. Así dice ahora; por favor, conteste de nuevo.

goal-reason-concern = Una inquietud
goal-reason-block = Bloquear, con razón
goal-reason-label = ¿Qué tendría que cambiar?
goal-reason-hint = Solo lo leen quienes dirigen la meta.
goal-wrong-reason = Por favor, diga por qué, en { $most } caracteres o menos.
goal-noted = Anotado: { $said }. Gracias.
goal-noted-reason = Anotado. Su razón es solo para { $seat }; con eso se puede cambiar el texto o platicar.
goal-noted-again = Tómese su tiempo. Le pregunto otra vez: { $when }
goal-noted-agreed = Todos están de acuerdo. Gracias: ya es una meta compartida.

goal-times-first = Una hora para hablar
goal-times-second = Otra hora
goal-times-hint = Con las personas a quienes se pregunta; bastan 20 minutos. Puede quedar vacío.
goal-times-title = Dos horas para hablar
goal-times-submit = Proponerlas
goal-times-offer = Proponer dos horas para hablar
goal-times-again = Proponer otras horas
goal-times-ask = ¿Cuándo puede hablar 20 minutos?
goal-times-either = Cualquiera de las dos
goal-times-neither = Ninguna de las dos
goal-times-not = No puedo a esa hora
goal-times-sent = Propuestas. Le aviso cuál les conviene a todos.
goal-times-changed = Mientras tanto se propusieron otras horas o ya hay una.
goal-times-noted = Anotado. Le aviso cuando todos hayan elegido.
goal-times-news = Una hora para hablar de «{ $goal }»:
goal-wrong-time = Por favor, elija dos horas distintas que estén por venir.
goal-wrong-no-time = Por favor, dé al menos una hora.
goal-talk = Hablan { $when }
goal-talk-of = Hablan de «{ $goal }» { $when } Todos pueden.

goal-see = Ver la meta
goal-change = Cambiar el texto
goal-change-title = Cambiar el texto
goal-change-submit = Guardar
goal-change-kind = ¿Qué clase de cambio es?
goal-change-substance = Cambia lo que queremos: preguntar otra vez
goal-change-typo = Un descuido al escribir: las respuestas valen
goal-wrong-theme = Entretanto se dijo que en esto no se trabaja en conjunto. Puede empezar con una inquietud o con una línea para varias.
goal-wrong-typo = Es más que un descuido al escribir. Elija la otra opción y se pregunta otra vez a todos.
goal-take-back = Retirarla
goal-take-back-asks = ¿Quiere retirar esta meta? Quienes debían contestar ven que ya no hace falta. Su texto se queda, por si quiere proponerla otra vez.
goal-take-back-yes = Sí, retirarla
goal-take-back-no = Dejarla
goal-taken-back = Está retirada.
goal-again = Proponerla otra vez

goal-heard = Noticias de la meta que usted propuso, «{ $goal }». Puede cambiar el texto o hablar con ellos:
goal-agreed = Todos están de acuerdo: «{ $goal }» es nuestra meta compartida.
goal-agreed-by = De acuerdo: { $seats }.
goal-ended = Cerré «{ $goal }»: no todos estaban de acuerdo. Suele pasar. Hable con ellos diez minutos en persona y propóngala otra vez con un botón.

goal-tell = Contarlo a quienes hablaron
goal-tell-whom =
    { $count ->
        [0] Va a todas las personas de su grupo aquí que han escrito.
       *[other] Va a todas las personas de su grupo aquí que han escrito: al menos { $count }.
    }
goal-tell-says = Usted lo dijo, y esto es lo que resulta. La meta: { $goal }
goal-tell-means = Cada quien ve también sus propias palabras. A quienes no dieron su nombre les llega por el camino de vuelta, que termina dos semanas después. No se puede deshacer.
goal-tell-now = Contarlo
goal-tell-add = Agregar una línea
goal-tell-change = Cambiar su línea
goal-told = Se les está avisando, dentro del horario del distrito. Gracias por responderles.
goal-building = Acordamos una meta compartida: { $goal }
goal-building-tried = Para lograrla probamos algo: { $tried } Lo que aprendimos: { $learned }
goal-building-ended = Nuestra meta compartida «{ $goal }» terminó: { $outcome }.
goal-word-title = Una línea de usted
goal-word-label = Su línea a quienes hablaron
goal-word-hint = Las gracias, o lo que sigue

goal-home-waiting = Metas por contestar
goal-home-mine = Sus metas
goal-home-asked = Se le pregunta por una meta compartida: «{ $goal }».
goal-home-read = Leer y contestar
goal-home-proposed = En consulta: «{ $goal }».
goal-home-agreed = Nuestra meta: «{ $goal }».
goal-home-to-tell = Todos están de acuerdo con «{ $goal }». Cuéntelo.
goal-list = Nuestras metas compartidas
goal-listed = { $goal } · { $where }
goal-none = Todavía no hay ninguna que usted pueda leer. Empieza por lo que dificulta las cosas.
goal-list-foot = Usted ve las metas que acordó su grupo en su escuela, o en cualquiera si trabaja para todo el distrito.

rule-title = Cómo acepta nuestro grupo
rule-building = { $group } acepta la meta de una escuela por medio del cargo que lo representa allí, sin nadie más.
rule-leader-too = Su grupo acepta la meta de una escuela por medio del cargo que lo representa allí y del suyo: { $seat }.
rule-make-leader-too = Preguntarme también
rule-make-building = Solo el cargo de la escuela
rule-foot = Una meta que ya se envió sigue con la regla de ese día. Cada grupo decide la suya.
rule-place = Su grupo acepta por una decisión en { $place }, en { $days } días de clases. Cuántas personas deben contestar: { $quorum }.
rule-make-place = Decidir juntos en nuestro propio canal
rule-change-place = Cambiar cómo decidimos
rule-form-title = Cómo decide nuestro grupo
rule-form-place = ¿En cuál de sus canales?
rule-form-quorum = ¿Cuántas personas deben contestar?
rule-form-days = ¿Cuánto tiempo hay para contestar?
rule-days = { $days } días de clases
goal-goes-to-group = { $group } decide en conjunto en { $place }, en { $days } días de clases; sus integrantes allí leen la meta
goal-group-asks = Abajo deciden si su grupo acepta. Sus razones se quedan aquí; los otros grupos solo ven lo que dice el grupo.
goal-your-group = Su grupo lo decide en conjunto en { $place }. El resultado es su respuesta.
goal-position-decides = • { $group }: está decidiendo en conjunto
goal-position-group = • { $group } decidió en conjunto: { $said }
goal-position-met = { $said }, en sesión pública: { $day }, punto { $item }
goal-block = { $one } y { $other } hablan a más tardar el { $day }.
goal-block-group = { $group } todavía no puede aceptar. Sus razones quedan entre sus miembros, salvo que sus líderes las compartan. { $one } y { $other } hablan a más tardar el { $day }.
goal-talked = Hoy vence el plazo para hablar de «{ $goal }». Si ya hablaron, se puede contestar de nuevo o cambiar el texto.
goal-reason-shared = La razón, de { $seat }, como su grupo la da a conocer:
goal-share = Elegir qué ven los demás
goal-share-title = Qué ven los demás
goal-share-label = ¿Qué tendría que cambiar?
goal-share-hint = Lo lee toda persona a quien se pregunta. Si queda vacío, ven que su grupo no acepta, y nada más.
goal-choose = Su grupo todavía no puede aceptar «{ $goal }». Las razones están en su propio canal. Usted elige qué ven los demás.
goal-board-met = Fecha de la sesión pública
goal-board-met-hint = 13 de octubre
goal-board-item = Punto del orden del día
goal-board-item-hint = 7 b
goal-wrong-board = La mesa directiva contesta en público: por favor, dé la fecha y el punto.

path-pick =
    { $count ->
        [one] Habló una persona. Empiece con eso, y ofrezca a { $names } una hora para hablar.
       *[other] Hablaron { $count } personas. Elija una cosa, y ofrezca a { $names } una hora para hablar.
    }
path-times = Dos horas para hablar de «{ $goal }». Un solo toque.
path-pick-time = Elegir una hora
path-asked = Se le pregunta a su grupo: ¿qué les dificulta las cosas a los alumnos? Dos minutos, y puede omitirla.
