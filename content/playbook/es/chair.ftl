# Para la presidencia de un comité.

play-chair-start-do = Deje una sola pregunta para la próxima junta, y la mitad del tiempo para hablar de ella.
play-chair-start-send = A todas y todos: en la próxima junta vemos una sola pregunta. ¿Qué podemos probar en tres semanas? Por favor, traigan algo que hayan visto.
play-chair-start-ask = ¿Quién no está aquí y debería estar?
play-chair-start-trap = Hablar casi toda la hora. Primero, que hable cada quien; usted, al final.

play-chair-build-do = Cierre cada junta con quién hace qué y para cuándo, y envíelo el mismo día.
play-chair-build-send = Gracias por lo de hoy. Por favor, revisen lo que aceptaron y para cuándo. Si no se puede, díganme ahora y lo cambiamos.
play-chair-build-ask = ¿Le da tiempo para ese día, o lo hacemos más pequeño?
play-chair-build-trap = Repartir tareas. Un paso sale bien cuando alguien lo acepta porque quiere.

play-chair-include-do = Haga la próxima junta a una hora buena para las familias, y empiece con lo que ellas ven.
play-chair-include-send = Queremos que vengan dos padres o madres a la próxima junta. ¿Qué hora les conviene a las familias, y quién puede interpretar?
play-chair-include-ask = ¿Cómo contaría nuestra meta una madre a su vecina?
play-chair-include-trap = Usar palabras que solo usa la escuela. Si alguien no entiende, pare y dígalo con palabras sencillas.

play-chair-quiet-do = Ponga un punto en la próxima junta: seguir con la meta, cambiarla o hacer una pausa.
play-chair-quiet-send = Hace días que no hay noticias de la meta. En la próxima junta, tomemos diez minutos: ¿seguimos, la cambiamos o hacemos una pausa? Las tres cosas están bien.
