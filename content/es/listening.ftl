listening-notices = Cuando la mesa directiva escucha
listening-start = Escuchar a la gente
listening-may-open = Solo la presidencia o el enlace de la mesa directiva abre una consulta.
listening-under-way = Una consulta suya está en curso. Escriba /somewhere para verla o cerrarla.
listening-no-place = Todavía no hay un canal donde alguien pueda decir que sí por la gente que está ahí. La persona que me cuida puede agregar canales y cargos.

listening-form-title = Escuchar a la gente
listening-form-en = ¿Qué quiere saber? En inglés
listening-form-es = ¿Qué quiere saber? En español
listening-form-hint = Por ejemplo: ¿Qué debería saber la mesa directiva de los camiones?
listening-form-places = ¿Dónde?
listening-form-until = ¿Cuánto tiempo?
listening-form-days = { $count } días de clases
listening-form-rates = ¿Preguntar después qué importa ahora?
listening-form-rates-no = No
listening-form-rates-yes = Sí, a la misma gente, un toque cada uno
listening-wrong-question = Por favor, pregunte en { $most } caracteres o menos, en los dos idiomas.
listening-wrong-places = Por favor, elija de la lista entre uno y { $most } canales.
listening-wrong-until = Por favor, elija cuánto tiempo está abierta.
listening-where = { $place }, para { $whom }. Deben decir que sí: { $names }.
listening-until = La gente puede escribir hasta { $when } Después, en cada grupo sus líderes revisan lo que dijo su propia gente, durante dos días de clases. Luego lo lee su mesa directiva, cada integrante por su cuenta.
listening-until-rates = La gente puede escribir hasta { $when } Después, en cada grupo sus líderes revisan lo que dijo su propia gente, durante dos días de clases, y lo ponen bajo títulos. Durante tres días más, la gente a quien se le preguntó lee los títulos de todos los grupos, nunca las palabras, y dice en privado cuáles importan ahora. Luego lo lee su mesa directiva, cada integrante por su cuenta, con números por grupo.
listening-law = Aquí no se decide nada y la mesa directiva no delibera: las decisiones se toman en una junta pública. No doy consejos legales.
listening-open = Preguntarles
listening-opened-already = Esa consulta ya está abierta.
listening-opened = Se pidió el sí de { $names }. En cada lugar empieza cuando lo den.
listening-is-open = La consulta está abierta.
listening-is-closed = Esta consulta ya no está abierta.

listening-asks-yes = { $name } ({ $seat }) quiere escuchar a la gente en { $places }. Termina { $when } Usted revisa lo que dice su propia gente y puede ocultar palabras; lo demás lo leen quienes integran la mesa directiva. ¿Se puede preguntar entre su gente?
listening-asks-rates = Después, durante tres días de clases, se le pregunta a su gente cuáles de los títulos de todos los grupos importan ahora: un toque en privado por cada uno. La mesa directiva ve números por grupo, ninguno menor de cinco. Hasta entonces usted puede retirar su sí.
listening-yes = Sí, se puede
listening-no = Entre nuestra gente, no
listening-yes-back = Retirar mi sí
listening-yes-done = Gracias. Empieza donde ya dijeron que sí todas las personas a quienes se les pidió.
listening-no-done = Anotado. Donde está su gente no se pregunta, o ya no se pregunta. Lo que ya dijeron se queda.
listening-may-say-yes = Eso solo lo pueden decir quienes dirigen un grupo al que se le pregunta.

listening-title = Consulta de { $board }
listening-who = Pregunta { $name } ({ $seat }). Primero, quienes dirigen su propio grupo leen lo que usted dice y pueden ocultar palabras, con una razón que usted lee. Luego lo leen quienes integran la mesa directiva, cada quien por su cuenta, y la respuesta de su presidencia le llega a usted. Es posible que el distrito pueda leerlo o entregarlo.
listening-who-vacant = Pregunta { $seat }; ahora nadie tiene ese cargo. Primero, quienes dirigen su propio grupo leen lo que usted dice y pueden ocultar palabras, con una razón que usted lee. Luego lo leen quienes integran la mesa directiva, cada quien por su cuenta. La respuesta podrá llegarle cuando alguien tenga ese cargo. Es posible que el distrito pueda leerlo o entregarlo.
listening-card-until = Abierta hasta { $when }
listening-card-rates = Quienes dirigen los grupos ponen las palabras bajo títulos. Ya cerrada, la gente a quien se le pregunta aquí lee los títulos de todos los grupos, nunca las palabras, y dice en privado cuáles importan ahora.
listening-card-foot = Por favor, use el botón: lo que se escribe en el canal no se le lleva a la mesa directiva. Aquí no se decide nada.
listening-say = Decirlo
listening-own = Lo que dije
listening-own-none = Aquí no ha dicho nada, o ya no sé que fue usted.
listening-closed-card = Ya se cerró. Gracias. Lo que resulte les llega a quienes hablaron. Aquí no se decide nada.
listening-not-asked = Aquí no se le pregunta a usted. A quienes integran la mesa directiva se les escucha por medio de su enlace, o en sus propias juntas.

listening-say-title = Decirlo
listening-text = ¿Qué debería saber la mesa directiva?
listening-text-hint = Sin nombres de alumnos ni de empleados, por favor. Todavía no se envía nada.
listening-readers = Primero lo pueden leer, por su grupo: { $names }. Después, quienes integran la mesa directiva, cada quien por su cuenta. No se lo muestro a nadie más.
listening-vacant = Ahora nadie puede contestarlo: nadie tiene el cargo que lo hace ({ $seat }). La respuesta podrá llegar cuando alguien lo tenga.
listening-is-unnamed = Va sin su nombre. Leen que lo escribió alguien de { $group }.
listening-few =
    { $count ->
        [one] De { $group }, solo se le pregunta a usted; cualquiera sabría que es usted.
       *[other] Solo se les pregunta a { $count } personas de { $group }; se podría adivinar quién lo escribió.
    }
listening-sent = Enviado. Gracias. Lo que conteste la presidencia de la mesa directiva, se lo traigo.
listening-sent-already = Eso ya se envió. Oprima «Lo que dije» en la tarjeta para verlo.
listening-draft-gone = Ese borrador ya no está: se envió, se canceló o decía casi lo mismo que algo que usted envió sin su nombre. Oprima «Lo que dije» en la tarjeta para ver lo que ha dicho.
listening-too-many = Aquí ya dijo { $most } cosas. Por favor, retire una primero o deje lugar para otras personas.
listening-said-already = Usted ya dijo exactamente eso. No se envió nada más.
listening-waits = La mesa directiva todavía no lo lee.
listening-is-read = La mesa directiva ya lo puede leer. Todavía no hay respuesta.

listening-new = Su gente le dijo algo a la mesa directiva. Por favor, revíselo: lo que no es para este canal se puede ocultar.
listening-look = Revisarlo
listening-look-title =
    { $count ->
        [one] Habló una persona de su grupo
       *[other] { $count } cosas que dijo su gente
    }
listening-look-foot = Oculte solo lo que no es para este canal, como un empleado, un alumno o la negociación; a quien lo escribió se le dice por qué. Lo demás llega a la mesa directiva tal cual.
listening-titles-read = Los títulos los lee la mesa directiva.
listening-titles-rated = Los títulos los lee la gente de todos los grupos a quienes se les pregunta, y después la mesa directiva. Por favor, que digan de qué se trata, no de quién.
listening-titles-hint = Lo lee la gente de todos los grupos y luego la mesa directiva. Diga de qué se trata, no de quién.
listening-looked-through = La mesa directiva ya lo lee; por eso ya no se oculta ni se cambia nada. Quien lo dijo todavía puede retirarlo.
listening-is-rated = La gente está diciendo qué títulos importan; por ahora nada se pone bajo otro.
listening-may-moderate = Lo que dice la gente de un grupo solo lo revisan quienes lo dirigen.
listening-hide = Ocultarlo
listening-hide-submit = Ocultarlo
listening-hide-undo = Mostrarlo otra vez
listening-hidden-done = La mesa directiva no lo lee. A quien lo escribió se le dice por qué, con sus palabras y a quién acudir.
listening-shown-again = Se muestra otra vez.
listening-is-hidden = Se ocultó a la mesa directiva: { $why } Lo decidió { $seat }.
listening-not-hidden = Esto se muestra otra vez, o usted lo retiró.
listening-hidden-next = Mientras esté abierta la consulta, puede decirlo con otras palabras. Con lo que no es para este canal pueden ayudarle estas personas:
listening-sort = Poner bajo un título
listening-sort-title = ¿Bajo qué título?
listening-sort-which = Título
listening-sort-new = Uno nuevo, abajo
listening-sort-none = Ninguno
listening-untitled = Sin título
listening-sorted = Está bajo «{ $title }».

listening-close = Cerrarla ahora
listening-close-asks = ¿Quiere cerrarla ahora? Ya nadie puede decir nada más; lo que se dijo se revisa y se lee.
listening-close-yes = Sí, cerrarla
listening-close-no = Dejarla abierta
listening-closed = Está cerrada. La mesa directiva puede leer desde { $when }
listening-closed-empty = Está cerrada. Nadie dijo nada.
listening-reopen = Abrirla otra vez
listening-reopened = Está abierta otra vez.
listening-nobody = Nadie dijo nada, o no queda nada de lo que se dijo. Suele pasar. Puede ayudar una pregunta más corta o un lugar donde la gente ya está.

listening-to-read =
    { $count ->
        [one] Una persona le habló a la mesa directiva. Por favor, léalo por su cuenta: aquí no se delibera.
       *[other] Se le dijeron { $count } cosas a la mesa directiva. Por favor, léalas por su cuenta: aquí no se delibera.
    }
listening-read = Leerlo
listening-list =
    { $count ->
        [one] Se dijo una cosa
       *[other] Se dijeron { $count } cosas
    }
listening-may-read = Esto solo lo lee quien integra la mesa directiva, cuando ya se cerró.
listening-matters = Qué títulos importan ahora
listening-rate-asks = La gente le dijo a { $board } lo que debería saber. Está bajo estos títulos. ¿Cuáles importan ahora? La mesa directiva ve números por grupo, nunca quién.
listening-rate-done = Eso es todo, gracias. Puede cambiarlo hasta { $when } Después, quienes integran la mesa directiva ven números por grupo.
listening-answer = Contestar
listening-answer-again = Cambiar la respuesta
listening-answer-all = Contestar todo lo de este título
listening-answer-title = Contestar
listening-answer-way = ¿Qué resulta?
listening-way-referred = Se turna a alguien
listening-way-agenda = Está en la agenda de una junta
listening-way-staff = Contesta el personal
listening-answer-words = ¿A quién? ¿Qué junta? ¿Qué contestan?
listening-answer-hint =
    { $count ->
        [one] Lo lee la persona que lo dijo. Por ejemplo: junta ordinaria, 20 de octubre, 6 p. m.
       *[other] Responde a las { $count } cosas que hay bajo este título. Por ejemplo: junta ordinaria, 20 de octubre, 6 p. m.
    }
listening-answer-others = Lo que hay bajo este título ha cambiado. Por favor, véalo otra vez antes de responder a todo.
listening-answer-submit = Enviar
listening-wrong-answer = Por favor, escriba { $most } caracteres o menos: lo leen quienes hablaron.
listening-answered =
    { $count ->
        [one] Contestado. Se le está avisando a quien lo dijo.
       *[other] Contestado. Se les está avisando a las { $count } personas que lo dijeron.
    }
listening-answer-undo = Retirar la respuesta
listening-unanswered = La respuesta se retiró. A quien se le avisó por carta, ahí lo ve.
listening-said-title = Lo que usted le dijo a la mesa directiva
listening-referred = Se turnó. De { $seat }:
listening-agenda = Está en la agenda de una junta pública. De { $seat }:
listening-staff = Esto contesta el personal. De { $seat }:
listening-outcome-gone = La respuesta a esto se retiró. Quizá haya otra.
listening-said-foot = No es una decisión: la mesa directiva decide en juntas públicas.

listening-home = La mesa directiva escucha
listening-home-new = Dicho a la mesa directiva, por revisar
listening-home-read = Dicho a la mesa directiva
listening-home-mine = Su consulta
listening-home-say = La mesa directiva quiere escucharle. Termina { $when }
listening-home-see = Verla
listening-home-open =
    { $count ->
        [0] Hasta anoche nadie había hablado. Abierta hasta { $when }
        [one] Hasta anoche se dijo una cosa. Abierta hasta { $when }
       *[other] Hasta anoche se dijeron { $count } cosas. Abierta hasta { $when }
    }
listening-home-yes = Con su sí, la mesa directiva le pregunta a su gente. Termina { $when }
listening-home-waits = Espera el sí de { $names }.
listening-home-sorting = Está cerrada, y cada grupo revisa lo suyo. La mesa directiva puede leer desde { $when }
listening-home-rating = La gente a quien le preguntó está diciendo qué títulos importan. La mesa directiva puede leer desde { $when }
listening-home-unanswered =
    { $count ->
        [one] Una cosa que se le dijo a la mesa directiva espera su respuesta.
       *[other] { $count } cosas que se le dijeron a la mesa directiva esperan su respuesta.
    }
