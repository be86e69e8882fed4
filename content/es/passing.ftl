question-note-label = Una nota para quienes la lean después
question-note-hint = La ven solo quienes reciben la pregunta; quien preguntó, no.
question-note-hint-unnamed = La ven solo quienes la reciben. Por favor, no escriba quién cree que preguntó.
question-note-said = También reciben lo que usted y quien preguntó se escribieron.
question-noted = Quien la pasó escribió además:
question-note-long = En una nota caben hasta { $most } caracteres, así que la pregunta no se pasó. Esto escribió usted:

# Más lectores, solo si quien preguntó dice que sí
widening-title = ¿Pueden leer su pregunta otras personas?
widening-wants = { $name } quisiera pasarla a { $committee }, que quizá sepa más.
widening-newcomers = La tiene { $committee }, donde ahora hay personas de las que no le hablé.
widening-nobody = Donde está ahora nadie puede leerla. { $committee } podría contestarla.
widening-committee = El comité es { $committee }.
widening-administrators =
    { $count ->
        [one] Entre quienes la leerían hay una persona de la administración.
       *[other] Entre quienes la leerían hay { $count } personas de la administración.
    }
widening-yes = Sí, pásenla
widening-no = No, que se quede donde está
widening-quoted = Tiene palabras de otra persona, dichas donde no todos podían leerlas. Primero dígalo con sus propias palabras; después puede decir que sí.
widening-alone = Pasa solo su pregunta, no lo que usted y quienes la tienen se escribieron.
widening-else = Mientras usted no diga que sí, no la lee nadie más.
widening-kept = Se queda donde está: la tiene { $who }.
widening-over = Esto ya está resuelto. La tiene { $who }.
widening-asked = A quien preguntó no se le dijo que { $committee } leería esta pregunta, así que se lo estoy preguntando. Pasará en cuanto diga que sí.
widening-gone = A quien preguntó no se le dijo que { $committee } leería esta pregunta, y ya no puedo preguntárselo. Se queda aquí: usted puede contestarla o preguntar a { $committee } con sus propias palabras.
widening-waits = Se preguntó a quien la escribió si { $committee } puede leerla. Pasará en cuanto diga que sí.
widening-waits-newcomers = Se preguntó a quien la escribió si pueden leerla las personas nuevas de { $committee }.
widening-refused-newcomers = Quien preguntó prefiere que no la lean las personas nuevas de { $committee }. Ustedes pueden contestarla o devolverla.
widening-refused = Quien preguntó prefiere que { $committee } no la lea. Ustedes pueden contestarla o devolverla.
widening-home = ¿Puede leerla también { $committee }?
