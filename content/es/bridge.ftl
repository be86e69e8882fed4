bridge-said = { $name } en { $place }:
bridge-deleted = { $name } borró un mensaje en { $place }.
bridge-edited = (editado)
bridge-cut = El mensaje es más largo. El resto está en { $place }.
bridge-file-stays = { $name } adjuntó { $file } ({ $size }). No pude traerlo aquí; está en { $place }.
bridge-stays = No llevo lo que usted escribe aquí al otro canal de este comité: no puedo saber si también es para usted. Quienes están en este canal sí lo ven.

question-mark = Respuesta
question-mark-held = Todavía no envié esta respuesta: parece que nombra a un estudiante. Cambie su mensaje aquí, o envíela tal cual con «Contestar».
question-changed = Se cambió después de enviarse.
question-change-sent = Quien preguntó ve lo que dice ahora su respuesta.
question-change-needs-approval = Su comité aprueba las respuestas antes de enviarlas, así que quien preguntó sigue viendo la que se aprobó. Si algo tiene que cambiar, por favor pídalo en este hilo. Usted había escrito:
question-withdrawn = Esta respuesta se retiró.
bridge-file = { $name } adjuntó { $file } ({ $size }).
