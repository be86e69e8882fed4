question-start = Hacer una pregunta
question-no-topics = Todavía no hay otro comité que reciba preguntas aquí. La persona que me cuida en su distrito puede agregarlo.
question-no-contacts = Su distrito todavía no ha dicho a quién acudir con lo que no es para este canal. La persona que me cuida puede agregarlo.

question-choose = Preguntar a un comité
question-not-here = Por favor, no escriba aquí sobre estos temas. Hable con la persona indicada:
question-contact = { $topic }: { $name } ({ $seat })
question-contact-nobody = { $topic }: la oficina de su escuela
question-danger = Si alguien corre peligro, llame ahora al 911 y después a la oficina de su escuela.
question-choose-one = ¿De qué trata su pregunta?
question-choose-more = { $count ->
    [one] Hay un tema más que no cabe aquí. Elija el más parecido: quienes la reciban pueden pasarla.
   *[other] Hay { $count } temas más que no caben aquí. Elija el más parecido: quienes la reciban pueden pasarla.
}

question-form-title = Su pregunta
question-form-submit = Revisar
question-form-question = ¿Qué quiere saber?
question-form-hint = Por favor, no ponga nombres de estudiantes. Todavía no se envía nada.
question-form-anew = La leerían otras personas que no pueden leer el original: dígalo con sus propias palabras y sin nombres de estudiantes. Todavía no se envía nada.
question-form-soon = ¿Para cuándo la necesita?
question-form-calm = En { $days } días de clases
question-form-urgent = Urgente: en { $days } días de clases

question-wrong-empty = Por favor, escriba su pregunta.
question-wrong-long = La pregunta tiene { $count } caracteres; caben { $most }. Por favor, acórtela.
question-wrong-topic = Ese tema ya no se ofrece. Por favor, elija otro: escriba /ask.
question-wrong-answer = Por favor, escriba una respuesta de hasta { $most } caracteres.

question-preview-title = Todavía no se envía nada
question-reads-rep = Primero la lee { $name }: { $seat }. Puede contestarla, pasarla al comité o devolvérsela.
question-reads-beside = Si no puede, se la puede dejar a otra persona con un cargo de { $group } en { $building }.
question-reads-no-rep = Va directo al comité.
question-reads-committee = El comité es { $committee }, en { $place }.
question-preview-named = Va con su nombre, { $name }. Si otras personas saben más, le pregunto a usted antes de que la reciban.
question-send = Enviar
question-cancelled = No se envió nada y el borrador ya no está.
question-sent = Enviada. Ahora la tiene { $who }. Debería contestarse a más tardar { $when } Le traigo la respuesta en un mensaje directo.
question-sent-already = Esa pregunta ya se envió. Escriba /somewhere para ver dónde está.

question-offer = ¿Quiere preguntarle esto a un comité?
question-offer-yes = Preguntar esto a un comité

question-rep-title = Una pregunta que usted lee primero
question-committee-title = Una pregunta para { $committee }
question-asked = De { $asker }. Tema: { $topic }.
question-missing = Ya recibió una respuesta y todavía necesita saber:
question-due = Por favor, conteste a más tardar { $when }
question-due-urgent = Urgente: por favor, conteste a más tardar { $when }
question-rep-alone = Ningún comité contesta ya sobre { $topic }: le toca a usted contestarla.
question-rep-what-now = Puede contestarla usted o pasarla. Si trata de un contrato, una queja laboral, un empleado o la seguridad de alguien, devuélvala.
question-rep-passed = Usted la pasó. Ahora la tiene { $committee }.
question-committee-foot = A quien preguntó solo le llega lo que ustedes escriban con «Contestar», o en este hilo después de «Respuesta:».
question-claimed = { $name } se encarga.
question-answered-by = Contestó { $name }:
question-is-answered = Contestada. Quien preguntó todavía no ha dicho si con eso basta.
question-is-closed = Quien preguntó dice que con esto basta.
question-card-nobody-left = Ya nadie podía contestar esto. Volvió a quien preguntó.
question-card-given-back = Esto no era para este canal. Se le devolvió a quien preguntó.

question-reminder = Una pregunta espera. La tiene { $who } y debía contestarse a más tardar { $when } Puede contestarla usted, pasarla o pedir a alguien que se encargue.
question-reminders = Recordatorios de preguntas que esperan
question-see = Ver la pregunta
question-stuck = No pude publicarla o actualizarla en { $place }. Cuando tenga acceso otra vez, puedo intentarlo de nuevo.
question-again = Publicarla otra vez
question-again-tried = Lo estoy intentando de nuevo. Si no funciona, la pregunta lo dice al abrirla desde /somewhere.

question-want = Pedir un detalle
question-want-label = ¿Qué necesita saber?
question-want-hint = Le llega a quien preguntó en un mensaje directo.
question-want-sent = Enviado. La respuesta aparece en la pregunta.
question-wanted = Se le pidió:
question-replied = Respondió:
question-wrong-detail = No había nada escrito; no se envió nada.
question-detail-title = Antes de contestar su pregunta necesitan saber algo más: { $who }.
question-detail-replied = Usted respondió:
question-reply = Responder
question-reply-again = Responder otra cosa
question-reply-label = ¿Qué quiere responder?
question-reply-hint = Por favor, no ponga nombres de estudiantes.
question-said = Lo lee { $who }; no lo lee nadie a quien se pase después la pregunta.
question-said-first = Lo lee { $who } y, si se le pasa la pregunta, también { $committee }.
question-detail-over = Ahora su pregunta la tiene { $who }. No recibió lo que usted y quienes la tenían antes se escribieron.
question-reply-sent = Enviado. Lo recibe { $who }.
question-home-wanted = Espera un detalle de quien preguntó.

question-take = Yo me encargo
question-take-over = Encargarme yo
question-answer = Contestar
question-pass-to = Pasar a { $committee }
question-pass = No es nuestra: pasarla
question-give-back = No es para este canal

question-answer-form = Su respuesta
question-answer-submit = Enviar
question-answer-label = ¿Cuál es la respuesta?
question-answer-hint = Le llega a quien preguntó, con el nombre de usted.
question-answer-sent = Enviada. Le llega a quien preguntó en un mensaje directo, con el nombre de usted. Puede retirarla durante dos minutos.
question-answered-already = Mientras tanto alguien ya la contestó; no se envió nada más.
question-not-now = Esa pregunta ya no admite esto; no cambió nada.
question-pass-form = Pasar la pregunta
question-pass-submit = Pasarla
question-pass-label = ¿Quién sabe más de esto?
question-passed = Listo. Ahora la tiene { $committee }.
question-give-back-form = No es para este canal
question-give-back-submit = Devolverla
question-give-back-label = ¿De qué trata?
question-given-back-done = Listo. Las palabras vuelven a quien las escribió, con el nombre de alguien que puede ayudar. Mi copia se borra en cuanto hayan llegado.

question-answer-title = Una respuesta a su pregunta
question-answer-from = Contestó { $name } ({ $who }):
question-answer-asks = ¿Con eso queda contestada?
question-enough = Sí, queda contestada
question-not-yet = Todavía no
question-closed = Gracias. La pregunta quedó cerrada.
question-is-closed-to-asker = Usted dijo que con esto quedó contestada.
question-is-open-again = La pregunta se abrió otra vez después de esta respuesta.
question-missing-title = Todavía no
question-missing-submit = Enviar
question-missing-label = ¿Qué falta todavía?
question-rests = La tiene { $who }. Debería contestarse a más tardar { $when }

question-given-back-title = No es para este canal
question-given-back = La leyó { $reader }, y cree que trata de esto: { $topic }. Por eso no pasa a nadie más.
question-given-back-words = Estas son sus palabras. Borro mi copia en cuanto usted las tenga:
question-given-back-else = Si es otro tema, copie sus palabras y escriba /ask.
question-nobody-left-title = Ya nadie puede contestar esto
question-nobody-left = { $committee } tenía su pregunta y ya no trabaja. Nadie más contesta sus preguntas.
question-nobody-left-else = Para hacerla en otro lado, copie sus palabras y oprima el botón.
question-nobody-left-again = { $committee } ya no trabaja; por eso su pregunta no puede volver ahí. Puede hacerla en otro lado: escriba /ask.
question-have-it = Ya tengo mis palabras
question-forgotten = Mi copia está borrada.

question-home-rep =
    { $count ->
        [one] Una pregunta espera que usted la lea primero.
       *[other] { $count } preguntas esperan que usted las lea primero.
    }
question-home-committee =
    { $count ->
        [one] Una pregunta espera a un comité suyo.
       *[other] { $count } preguntas esperan a comités suyos.
    }
question-home-mine =
    { $count ->
        [one] Usted hizo una pregunta que sigue abierta.
       *[other] Usted hizo { $count } preguntas que siguen abiertas.
    }
question-home-to-pass = Preguntas que usted lee primero
question-home-to-answer = Preguntas para sus comités
question-home-asked = Sus preguntas
question-home-line = • «{ $begin }» { $state }
question-home-waits = La tiene { $who }; vence { $when }
question-home-for =
    { $days ->
        [0] Se hizo hace menos de un día de clases.
        [one] Se hizo hace un día de clases.
       *[other] Se hizo hace { $days } días de clases.
    }
question-home-answered = Ya hay una respuesta: ¿con eso basta?
question-home-nobody-left = Ya nadie puede contestarla: aquí están sus palabras.
question-home-given-back = No es para este canal: aquí están sus palabras.
question-open = Ver «{ $begin }»

command-ask-does = Preguntar algo a un comité
command-ask-hint = lo que quiere saber
