# Las juntas en el calendario propio.
calendar-title = En mi calendario
calendar-none = Puedo crear una dirección para usted. Su aplicación de calendario se suscribe y muestra sus juntas.
calendar-who = Quien tenga esta dirección ve cuándo, con quién y dónde se reúne usted, y ningún tema. No se la dé a nadie, por favor.
calendar-late = Los calendarios la leen tarde, algunos una vez al día. Los cambios se dicen primero aquí.
calendar-make = Crear una dirección
calendar-renew = Crear otra dirección
calendar-stop = Desactivarla
calendar-has = Usted tiene una dirección desde el { $when }. No puedo mostrarla otra vez; una nueva la reemplaza.
calendar-made = Aquí está su dirección. Solo se muestra esta vez:
calendar-stopped = Esa dirección ya no funciona.
calendar-no-address = Su distrito todavía no me ha dicho en qué dirección de internet se me encuentra; por eso los calendarios no pueden suscribirse. La persona que me cuida puede configurar PUBLIC_URL.
calendar-name = Juntas de { $name }
calendar-busy = Ocupado
calendar-with = Junta con { $whom }
calendar-date = Esta fecha como archivo
calendar-date-name = junta
calendar-date-taken = Aquí está { $when }, como archivo que abren los calendarios.
calendar-body = Calendario de estas juntas

# Un día sin clases que se sabe tarde.
no-school-start = Mañana no hay clases
no-school-who = Eso solo lo pueden decir las personas que me cuidan en su distrito.
no-school-ask = ¿No hay clases el { $when }?
no-school-others =
    { $count ->
        [one] • una junta de otras personas
       *[other] • { $count } juntas de otras personas
    }
no-school-none = Ese día no hay juntas.
no-school-next = Las juntas pasan al siguiente día de clases o no se hacen, según cada una; se avisa una sola vez a quienes se reúnen. Ese día no cuenta para contestar preguntas.
no-school-yes = Sí, no hay clases
no-school-done = Anotado: no hay clases el { $when }.
no-school-undone = Retirado: sí hay clases el { $when }.
no-school-files = Ese día está en los archivos del distrito. Cámbielo allí.

# Una fecha en el calendario de un servidor de Discord, que ve todo el mundo allí.
meeting-event-where = Discord, #{ $place }
meeting-event-about = Una junta de { $name }. La agenda y la minuta están en #{ $place }.
meeting-event-refused = Discord no me deja mostrar esta junta como evento del servidor (motivo { $code }). Quien administra el servidor puede darme el permiso Crear eventos.
meeting-event-again = Intentar de nuevo
meeting-event-trying = Lo intento de nuevo. Si todavía no se permite, lo dirá aquí.
