day-unclear = No entiendo qué día es. Por favor, escríbalo así: «5 de octubre».
day-to-come = Ese día todavía no llega. Por favor, ponga el día en que se contó.
day-long-ago = Ese día fue hace más de dos años. Por favor, revise el año.

measure-see = Ver las cifras
measure-title = Las cifras
measure-not-set = Por ahora está en palabras: «{ $measure }». Cualquier persona del equipo puede decir qué se cuenta y hasta dónde queremos llegar.
measure-set = Decir qué se cuenta
measure-change = Cambiar el objetivo
measure-add = Agregar una cifra
measure-paste = Pegar una tabla
measure-all = Todas las cifras
measure-take = Gráfica y tabla
measure-how = ¿Cómo se lee esto?
measure-counts-more = Contamos: { $unit }. Más es mejor.
measure-counts-less = Contamos: { $unit }. Menos es mejor.
measure-began = Donde empezamos: { $value }
measure-target = A donde queremos llegar: { $value }
measure-target-until = A donde queremos llegar: { $value }, a más tardar el { $day }
measure-with-unit = { $value } { $unit }
measure-value-of = { $value } de { $of }
measure-line = { $day }: { $value }
measure-foot = Muestra cómo van las cosas y nunca es para evaluar a nadie.

measure-too-few =
    { $count ->
        [one] Una cifra: son muy pocas para saber. A partir de { $least } puede notarse un cambio.
       *[other] { $count } cifras: son muy pocas para saber. A partir de { $least } puede notarse un cambio.
    }
measure-no-change = Ningún cambio que se note.
measure-shift-above = { $count } seguidas por encima de la mediana, que es { $median } (del { $begin } al { $end }): parece un cambio real.
measure-shift-below = { $count } seguidas por debajo de la mediana, que es { $median } (del { $begin } al { $end }): parece un cambio real.
measure-since = Desde entonces hay { $above } por encima y { $below } por debajo.
measure-shift-wanted = Va hacia donde queremos.
measure-shift-unwanted = No va hacia donde queremos.
measure-how-text = La línea de en medio es la mediana: la mitad de las cifras queda arriba y la mitad abajo. Mientras nada cambia, caen a los dos lados por azar. Que haya { $shift } o más seguidas de un solo lado casi nunca es azar; por eso decimos «parece un cambio real». Una cifra sobre la línea ni cuenta ni corta la fila. Con menos de { $least } cifras no decimos nada.
measure-how-why = Dice que algo cambió, no por qué. Eso se platica entre todos.
measure-how-source = Es la regla de un cambio en una gráfica de corridas: Perla, Provost y Murray, BMJ Quality & Safety 20 (2011), páginas 46–51. Ellos toman seis seguidas; nosotros esperamos siete.

measure-target-title = Qué se cuenta
measure-submit = Guardar
measure-form-unit = ¿Qué se cuenta?
measure-hint-unit = Días, alumnos, libros, por ciento: algo que se cuente cada semana en un minuto. Hasta { $most } caracteres.
measure-form-better = ¿Qué es mejor?
measure-more = Más es mejor
measure-less = Menos es mejor
measure-form-baseline = ¿En cuánto estamos ahora?
measure-form-target = ¿A cuánto queremos llegar?
measure-hint-number = Una cifra, como 12 o 1.5
measure-form-until = ¿Para cuándo?
measure-example-until = 28 de mayo
measure-hint-until = Puede quedar vacío.
measure-wrong-unit = Por favor, diga qué se cuenta, en { $most } caracteres o menos.
measure-target-noted = Anotado. Lo ven todas las personas que leen la meta.
measure-odd-way =
    { $better ->
        [more] Empieza en { $begin } y quiere llegar a { $target }, pero más es mejor. ¿Será al revés?
       *[less] Empieza en { $begin } y quiere llegar a { $target }, pero menos es mejor. ¿Será al revés?
    }
measure-odd-until = No entiendo qué día es. Por favor, escríbalo así: «28 de mayo», de hoy en adelante y dentro de un año.

measure-number-title = Una cifra
measure-form-value = ¿Cuántos?
measure-hint-value = Se cuentan { $unit }; por ejemplo, 12 o 1.5
measure-form-day = ¿Qué día?
measure-example-day = 5 de octubre
measure-hint-day = Si queda vacío, es hoy.
measure-form-of = ¿De cuántos en total?
measure-hint-of = Por ejemplo, 60 alumnos en total. Puede quedar vacío.
measure-noted = Anotado: { $value }, el { $day }.
measure-instead = Queda en lugar de { $before }.
measure-few = { $value }: con menos de { $least } en total se podría saber de quién se trata. Deje vacío «de cuántos en total», o guárdelo si no se puede reconocer a nadie.
measure-few-keep = Guardarlo así
measure-sent-already = Eso ya se guardó. Escriba /goals para verlo.
measure-odd-number = No entiendo esa cifra. Por favor, escríbala así: 12 o 1.5, con dos decimales como máximo.
measure-odd-two-ways = Eso puede ser dos cifras. Por favor, escriba { $numbers }.
measure-odd-negative = Eso es menos que cero. Lo que se cuenta empieza en 0. Si menos es mejor, dígalo en «Cambiar el objetivo».
measure-odd-unit = Aquí contamos { $unit }, y usted escribió «{ $written }». Si es lo mismo, por favor, escriba solo la cifra.
measure-odd-hundred = Eso es más del 100 por ciento. Por favor, revíselo.
measure-odd-of = Por favor, ponga un número entero, como 60, o déjelo vacío.
measure-odd-more = Eso es { $value } de { $of }. ¿No estarán al revés?

measure-all-title =
    { $count ->
        [0] Todavía no hay cifras
        [one] Una cifra
       *[other] { $count } cifras
    }
measure-correct = Corregirla
measure-take-away = Quitarla
measure-taken-away = Se quitó: { $what }.
measure-put-back = Volver a ponerla
measure-is-back = Está otra vez: { $what }.

measure-table-title = Pegar una tabla
measure-form-table = Un día y una cifra en cada línea
measure-hint-table = Por ejemplo 2026-10-05, 12 y, si quiere, de cuántos en total: 2026-10-05, 12, 60
measure-table-long = Tiene { $count } caracteres; caben { $most }. Por favor, péguela en dos partes.
measure-table-empty = No hay ninguna línea con un día y una cifra. Por favor, pegue algunas, como: 2026-10-05, 12
measure-table-line = Línea { $line }: { $says }
measure-table-more = y { $count } más
measure-table-columns =
    { $count ->
        [one] Hay una sola columna; hacen falta dos o tres: día, cifra, de cuántos en total.
       *[other] Hay { $count } columnas; hacen falta dos o tres: día, cifra, de cuántos en total.
    }
measure-table-day = El día debe verse así: 2026-10-05
measure-table-two-ways = Podrían ser dos días distintos. Por favor, escríbalos así: 2026-10-05
measure-table-twice = Ese día ya está en la línea { $line }.
measure-table-preview =
    { $count ->
        [one] Una cifra, del { $begin }.
       *[other] { $count } cifras, del { $begin } al { $end }:
    }
measure-table-nothing = Todavía no se guarda nada
measure-table-replaces =
    { $count ->
        [one] Un día ya tiene otra cifra; esta queda en su lugar.
       *[other] Hay { $count } días que ya tienen otra cifra; estas quedan en su lugar.
    }
measure-table-few =
    { $count ->
        [one] Una es de menos de { $least } en total. Se podría saber de quién se trata; ahí conviene dejar vacío «de cuántos».
       *[other] Hay { $count } que son de menos de { $least } en total. Se podría saber de quién se trata; ahí conviene dejar vacío «de cuántos».
    }
measure-table-take = Guardarlas
measure-table-taken =
    { $count ->
        [one] Anotado: una cifra.
       *[other] Anotado: { $count } cifras.
    }

measure-home = La cifra de esta semana
measure-home-set = ¿Cómo sabremos que funciona «{ $goal }»? Diga qué se cuenta.
measure-home-add = ¿Tiene un minuto para contar? Es para «{ $goal }».

measure-nothing = Todavía no hay cifras que llevarse.
measure-files = Siguen una imagen y una tabla. Solo las recibe usted: aquí mismo o en sus mensajes directos conmigo.
measure-file = cifras-meta
measure-alt = Gráfica de corridas. { $title } { $key }. { $sentence } Primero lo más reciente:
measure-key-points = Lo que se contó
measure-key-median = La mediana: { $value }
measure-key-target = A donde queremos llegar: { $value }
measure-key-cycles = Empezamos a probar algo
measure-csv-day = Día
measure-csv-value = Cifra
measure-csv-of = De cuántos
