faq-publish = Publicar en las preguntas frecuentes
faq-not-now = Ahora no se puede poner eso en las preguntas frecuentes.
faq-waits = Ya se propuso para las preguntas frecuentes y espera la aprobación.
faq-stands = Ya está en las preguntas frecuentes.
faq-taken-back = La respuesta se retiró, así que esto no puede ponerse en las preguntas frecuentes. Cuando la pregunta tenga una respuesta vigente, oprima otra vez «Publicar en las preguntas frecuentes».

faq-form-title = Preguntas frecuentes
faq-form-submit = Revisar
faq-form-hint = Tal como se leerá, sin nombres.
faq-form-anew = Por favor, escríbalo con otras palabras que la pregunta, sin nombres.
faq-form-question-en = La pregunta, en inglés
faq-form-answer-en = La respuesta, en inglés
faq-form-question-es = La pregunta, en español
faq-form-answer-es = La respuesta, en español

faq-wrong-half = Por favor, escriba en este idioma la pregunta y la respuesta, o ninguna de las dos.
faq-wrong-long = Una pregunta tiene hasta { $question } caracteres y una respuesta hasta { $answer }.
faq-wrong-same-words = Esto se preguntó sin nombre. Por favor, escríbalo con otras palabras, también en la respuesta.
faq-wrong-quoted = Tiene palabras de otra persona, dichas donde no todos podían leerlas. Por favor, escríbalo con otras palabras, también en la respuesta.
faq-wrong-empty = Por favor, escriba la pregunta y la respuesta al menos en un idioma.

faq-preview-title = Todavía no se publica nada
faq-preview-next = Antes tiene que aprobarlo una segunda persona. { $committee } lo ve desde ahora; una vez aprobado, podrá encontrarlo { $readers }. No dice quién preguntó.
faq-names = Contiene nombres de personas del distrito: { $names }. Por favor, quítelos, a menos que deban estar.
faq-propose = Pedir la aprobación
faq-cancelled = No se propuso nada y el borrador ya no está.
faq-proposed = Ahora lo tiene { $committee }.

faq-card-title = Para aprobar: preguntas frecuentes
faq-card-from = Lo propone { $name }. Una vez aprobado, podrá encontrarlo { $readers }.
faq-card-who = Lo aprueba { $name }.
faq-card-anyone = Puede aprobarlo cualquier integrante del comité, menos quien lo propuso.
faq-card-published = En las preguntas frecuentes
faq-is-for-others = El canal donde se mostraba esto ahora es también para gente que no debe leerlo antes de que se apruebe; por eso el texto ya no se muestra ahí. El comité puede abrirlo aquí.
faq-look = Verlo
faq-card-withdrawn = Esto no está en las preguntas frecuentes.
faq-approve = Aprobar
faq-change = Cambiarlo
faq-decline = Este no
faq-withdraw = Quitarlo
faq-published = Aprobado. Ahora puede encontrarlo { $readers }.
faq-readers-all = todo el distrito
faq-readers-group = únicamente la gente de { $group }
faq-changed = Mientras tanto se cambió o se quitó. Por favor, véalo otra vez antes de aprobarlo.
faq-withdrawn = No está en las preguntas frecuentes.
faq-deserted = { $committee } ya no existe, así que esto queda en sus manos: como persona que me cuida, usted puede quitarlo.
faq-still-stands = Lo que se aprobó de ella sigue en las preguntas frecuentes: cualquier integrante de su comité puede quitarlo.
faq-home = Respuestas por aprobar
faq-home-waiting =
    { $count ->
        [one] Una respuesta espera su aprobación para estar en las preguntas frecuentes.
       *[other] { $count } respuestas esperan su aprobación para estar en las preguntas frecuentes.
    }

faq-use = Contestar con una que ya está
faq-use-form = Preguntas frecuentes
faq-use-which = ¿Cuál la contesta?
faq-use-hint = A quien preguntó le llega tal como está allí, con el nombre de usted.
faq-none-fits = Nada de lo que está en las preguntas frecuentes contesta esto.

faq-title = De las preguntas frecuentes
faq-approved = { $committee } aprobó esto el { $when }.
faq-offered = Quizás esto ya se contestó:
faq-search = Buscar en las preguntas frecuentes
faq-enough = Sí, queda contestada
faq-ask-anyway = Preguntar de todos modos
faq-glad = Muy bien. No se envió nada.
faq-consent = Una vez contestada, puede ponerse en las preguntas frecuentes del distrito, con palabras sin su nombre, si el comité lo aprueba.

may-not-approve-own = Lo que usted propuso tiene que aprobarlo una segunda persona.
may-only-its-chair = { $name } dirige { $committee } y es quien aprueba esto.
