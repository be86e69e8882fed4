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
calendar-body = Calendario de estas juntas
