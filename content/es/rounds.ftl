theme-sort-them = Ordenarlas
theme-sort-title =
    { $count ->
        [one] Una inquietud por ordenar
       *[other] { $count } inquietudes por ordenar
    }
theme-sort-asks = ¿De qué trata? Sus palabras quedan como están.
theme-new = Un título nuevo
theme-skip = Después
theme-list = Los títulos
theme-list-title =
    { $count ->
        [0] Todavía no hay títulos
        [one] Un título
       *[other] { $count } títulos
    }
theme-sort =
    { $count ->
        [one] Ordenar la que falta
       *[other] Ordenar las { $count } que faltan
    }
theme-listed = { $title } · { $count }
theme-is-kept = (solo para su grupo)
theme-open = Ver las palabras
theme-keep = Solo para nuestro grupo
theme-share = Puede mostrarse a otros
theme-rename = Cambiar el título
theme-take-out = Sacarla de ahí
theme-taken-out = Se sacó y espera a que se ordene otra vez.
theme-state = Está en «{ $title }».
theme-shown = Los otros grupos ya ven ese título, así que se queda.
theme-title-form = Un título
theme-title-en = En inglés
theme-title-es = En español
theme-title-hint = De qué trata, no quién tiene la culpa
theme-title-submit = Guardar
theme-wrong-title = Por favor, dé un título en los dos idiomas, de { $most } caracteres o menos.
theme-more = { $count } más no caben aquí.
theme-foot = Lo que es para negociar, o solo para su grupo, se queda en él. Los demás nunca ven las palabras, solo los títulos que ustedes muestren.

round-title = Qué le importa a quién
round-none = No hay ninguna ronda abierta. Usted abre solo la parte de { $group }; los líderes de cada grupo abren la suya. Cada quien puede pausar la propia con un botón.
round-open = Abrir nuestra parte
round-see = Ver qué le importa a quién
round-part = • { $group } ({ $name }): { $state }.
round-part-open = ordenando
round-part-ready = su lista ya está
round-part-paused = en pausa
round-ready = Mostrar nuestra lista
round-ready-now = Mostrarla
round-ready-means = Los líderes de los otros grupos, y después todas las personas a quienes se pregunta, ven estos títulos. Nadie ve las palabras ni quién las escribió.
round-ready-care = Primero saque lo que es para negociar, lo que trata de un solo empleado o lo que no debe mostrarse.
round-unready = Retirar nuestra lista
round-begin = Preguntar qué importa
round-pause = Pausar nuestra parte
round-resume = Seguir con nuestra parte
round-part-left-out = fuera, pues su lista no llegó a tiempo
round-waits-until = Se espera a { $groups } hasta esta fecha: { $when } Después, quienes dirigen la ronda pueden empezar sin su parte; si nadie la dirige, quienes ya mostraron su lista.
round-has-waited = La ronda lleva dos semanas esperando a { $groups }. Pueden empezar sin su parte o seguir esperando. Un grupo que quede fuera se nombra en los resultados, y todavía puede sumarse.
round-go-on = Empezar sin su parte
round-went-on = Ya se pregunta qué importa. Por ahora quedan fuera: { $groups }. Se les avisa, y pueden sumarse con un botón.
round-goes-on-not = Eso cambió mientras tanto, así que nadie queda fuera. Vea la ronda otra vez.
round-is-late = Ya están las listas de los otros grupos. La de su grupo se espera hasta esta fecha: { $when } Después, la ronda puede empezar sin su grupo. Puede mostrar su lista o pausar su parte: nadie pregunta por qué.
round-left-out-news = La ronda empezó sin la parte de su grupo, pues su lista no llegó a tiempo. Con «Seguir con nuestra parte», su gente todavía puede decir qué importa hasta que termine.
round-foot = Nadie abre una ronda entre la gente de otro grupo.
round-heard =
    { $count ->
        [0] Menos de cinco personas han dicho qué les importa. Abierta hasta { $when }
       *[other] Al menos { $count } personas han dicho qué les importa. Abierta hasta { $when }
    }
round-may-lead = Solo la presidencia o el consejo de un grupo abre su parte de una ronda.
round-over = Esta ronda terminó; ya no se puede pausar ni reanudar ninguna parte.
round-too-late = Ya se está preguntando a la gente; eso ya no se puede cambiar.
round-no-themes = Todavía no hay ningún título que mostrar. Ordene primero las inquietudes.
round-another = otro grupo
round-waits-for = Falta { $groups }.

rate-asks =
    { $count ->
        [one] ¿Qué le importa a usted? Un tema, un toque. Abierta hasta { $when }
       *[other] ¿Qué le importa a usted? { $count } temas, un toque cada uno. Abierta hasta { $when }
    }
rate-begin = Decir qué importa
rate-now = Trabajar en esto ahora
rate-not-now = Ahora no
rate-not-sure = No lo sé
rate-place = { $place } de { $count }
rate-said = Su respuesta: { $said }.
rate-means = Al final solo se muestran números por grupo, y ninguno menor de cinco. Después se borra lo que usted dijo.
rate-done = Eso es todo, gracias. Puede cambiarlo hasta { $when } Después todos ven el resultado.
rate-again = Desde el principio
rate-home = Qué le importa a usted

result-title = Lo que importa en todos los grupos
result-news = La gente dijo qué le importa. Véanlo juntos y digan quién decide sobre cada tema.
result-too-few = Contestaron menos de cinco personas de cada grupo, así que no se muestra nada.
result-line = { $place }. { $title }
result-row = { $group }: { $now } de { $count } dicen que ahora
result-total = En total: { $now } de { $count } dicen que ahora
result-left-out = No cuentan en el orden, pues contestaron menos de cinco: { $groups }.
result-without = La ronda empezó sin { $groups }: su lista no llegó a tiempo.
result-means = En el orden en que coinciden los grupos; cada uno cuenta lo mismo. Los grupos y las respuestas demasiado pequeños se cuentan juntos o se omiten.
result-scope = { $scope }: { $why }
result-decides = Va, como tema y sin palabras ni nombres, a { $seat } ({ $name }).
scope-mark = ¿Quién decide?
scope-title = ¿Quién decide?
scope-label = ¿Quién decide sobre esto?
scope-shared = Compartido: lo trabajamos juntos
scope-administration = Decide la administración
scope-board = Decide la mesa directiva escolar
scope-classroom = Decide cada docente
scope-bargaining = Es para negociar y aquí no sigue
scope-why = ¿Por qué, en una línea?
scope-why-hint = Lo leen quienes lo plantearon, quien decide y quienes ven el resultado de la ronda.
scope-submit = Guardar
scope-wrong = Por favor, elija quién decide.
scope-wrong-why = Por favor, diga por qué, en { $most } caracteres o menos.
scope-yours = Un tema que se planteó le toca decidirlo a usted: «{ $title }». Por qué: { $why }
scope-raised = Usted planteó algo sobre «{ $title }». Esto es quién decide:

chair-title = Nombrar a quien codirige
chair-label = ¿Quién la dirige con alguien de otro grupo?
chair-submit = Preguntarle
chair-two = Ya la dirigen dos personas. Una ronda la dirigen dos, de dos grupos.
chair-accepted = Gracias. Cuando la gente haya dicho qué importa, ustedes dicen quién decide sobre cada título; después escriben la meta.
chair-declined = Está bien. Solo lo ve quien dirige su grupo.
chair-stepped-back = Está bien. Quienes dirigen un grupo ven que usted ya no codirige la ronda. A nadie se le pregunta por qué.
chair-asks = ¿Le gustaría dirigir esta ronda por { $group }, con { $name }? Juntos dicen quién decide sobre cada título y escriben la meta. Puede decir que no; solo lo ve quien dirige su grupo.
chair-another = alguien de otro grupo
chair-yes = Sí
chair-no = No, gracias
chair-home = ¿Le gustaría dirigir una ronda?
chair-is = Codirige: { $seat } ({ $name }).
chair-waits = Se preguntó a { $seat } ({ $name }) si codirige.
chair-take-back = Retirar a quien codirige

join-title = Unir dos títulos
join-ours = Nuestro título
join-theirs = El título de otro grupo que dice lo mismo
join-submit = Preguntarles
join-nothing = Todavía no hay dos títulos que unir.
join-asks = { $group } uniría su título «{ $theirs }» con el de ustedes, «{ $ours }». Cada grupo conserva sus palabras; se pregunta una sola vez.
join-yes = Unirlos
join-no = Dejarlos aparte
join-are-one = «{ $other }» va con «{ $one }»: se pregunta una sola vez.
join-part = Separarlos
result-joined = Junto con: { $titles }

reply-home = Temas sobre los que usted decide
reply-until = Por favor, conteste antes de esta fecha: { $when }
reply-title = Contestar a quienes lo plantearon
reply-label = Su respuesta
reply-hint = La leen quienes lo plantearon y quienes ven el resultado de la ronda. Usted no ve quiénes son.
reply-submit = Enviar
reply-wrong = Por favor, conteste en { $most } caracteres o menos.
reply-sent = Les llevo su respuesta a quienes lo plantearon. Gracias.
reply-change = Cambiar mi respuesta
reply-came = Usted planteó algo sobre «{ $title }». Esta es la respuesta de { $seat }:
reply-to-yours = Usted había escrito:
reply-silent = Desde hace veinte días de clases nadie contesta a quienes plantearon «{ $title }». { $who }
reply-who = Lo tiene { $seat } ({ $name }).
result-reply = Respuesta de { $seat }: { $text }
