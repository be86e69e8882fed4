# El calendario escolar que llega como archivo.
# Palabras de un título que significan un día sin clases, y las que significan lo contrario. Van separadas por comas.
calendar-file-off = sin clases, no hay clases, no habrá clases, feriado, festivo, asueto, vacaciones, receso, escuelas cerradas, escuela cerrada, cerrado, suspensión de clases, día de los maestros, capacitación del personal, acción de gracias, navidad, año nuevo
calendar-file-not-off = regreso, regresan, reanudan, último día antes, salida temprana, desayuno, concierto, campamento, fecha límite
calendar-file-who = El calendario escolar lo cambian las personas que me cuidan: { $names }. Por favor pídaselo a una de ellas.
calendar-file-title = Calendario escolar: { $name }
calendar-file-reading = Lo estoy leyendo. Este mensaje dirá qué cambia.
calendar-file-nothing-yet = Todavía no cambia nada.
calendar-file-new =
    { $count ->
        [one] Hay un día nuevo sin clases:
       *[other] Hay { $count } días nuevos sin clases:
    }
calendar-file-gone =
    { $count ->
        [one] Un día vuelve a tener clases. Estaba en un calendario anterior:
       *[other] { $count } días vuelven a tener clases. Estaban en un calendario anterior:
    }
calendar-file-run = del { $begin } al { $end } ({ $count } días de clases)
calendar-file-moves =
    { $count ->
        [one] Cambia una junta:
       *[other] Cambian { $count } juntas:
    }
calendar-file-moved = • { $whom }: { $when } pasa a { $to }
calendar-file-left-out = • { $whom }: { $when } se cancela
calendar-file-back = • { $whom }: { $to } se hace de nuevo
calendar-file-no-meeting = No se mueve ninguna junta.
calendar-file-same = Ya conozco todos sus días sin clases.
calendar-file-none-off = Nada de lo que contiene parece un día sin clases. Usted puede decirme cuáles lo son.
calendar-file-unread =
    { $count ->
        [one] Una entrada no se pudo leer y quedó fuera. Está en la línea { $line }.
       *[other] { $count } entradas no se pudieron leer y quedaron fuera. La primera está en la línea { $line }.
    }
calendar-file-apply = Usarlo
calendar-file-choose = ¿Cuáles cuentan?
calendar-file-choose-label = ¿Cuáles de estos son días sin clases?
calendar-file-choose-submit = Revisar
calendar-file-choose-more = Los primeros { $count }; hay más.
calendar-file-untitled = (sin título)
calendar-file-chosen = Anotado. Mi mensaje sobre el archivo ya dice qué cambia con eso.
calendar-file-drop = Dejar todo como está
calendar-file-applied = Listo. Estos ya son días sin clases. Las juntas se mueven, y quienes se reúnen reciben un solo aviso.
calendar-file-undone = Deshecho. Los días quedan como estaban y las juntas vuelven a su fecha.
calendar-file-dropped = Todo quedó como estaba.
calendar-file-changed = Mientras tanto cambiaron los días sin clases. Mi mensaje sobre el archivo muestra cómo están ahora.
calendar-file-not-last = Después de este se usó otro calendario. Primero deshaga ese.
calendar-file-large = Ese archivo es demasiado grande para mí: leo hasta 10 MB. Casi todos los calendarios se pueden exportar por ciclo escolar.
calendar-file-full = Ese archivo tiene más de lo que puedo revisar. Por favor exporte un solo ciclo escolar, o solo los días sin clases.
calendar-file-elsewhere = No puedo llegar a ese archivo. Por favor suba el archivo mismo, no un enlace.
calendar-file-none = Eso no parece un calendario. Leo archivos iCal (.ics) y tablas con una columna de días (.csv).
calendar-file-broken = No se pudo leer ni una sola entrada. Tal vez el archivo esté dañado; por favor expórtelo otra vez.
calendar-file-empty = No tiene entradas de día completo de hoy en adelante.
calendar-file-not-had = No pude obtener o leer el archivo.
calendar-file-again = No cambió nada. Puede enviarlo otra vez, o enviar otro.
