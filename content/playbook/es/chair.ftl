# Para la presidencia de un comité.

play-chair-start-do = Deje una sola pregunta en la próxima junta, y la mitad del tiempo para hablar de ella.
play-chair-start-send = A todas y todos: en la próxima junta vemos una sola pregunta. ¿Qué podemos probar en tres semanas? Por favor, traigan algo que hayan visto.
play-chair-start-ask = ¿Quién no está aquí y debería estar?
play-chair-start-trap = Hablar casi toda la hora. Primero den la vuelta a la mesa; hable usted al final.

play-chair-build-do = Cierre cada junta con quién hace qué y para cuándo, y envíelo el mismo día.
play-chair-build-send = Gracias por lo de hoy. Por favor, vean lo que aceptaron y el día que dijeron. Si no les queda, díganme ahora y lo cambiamos.
play-chair-build-ask = ¿Puede para ese día, o lo hacemos más pequeño?
play-chair-build-trap = Repartir tareas. Un paso sale bien cuando alguien lo toma porque quiere.

play-chair-include-do = Haga la próxima junta a una hora buena para las familias, y empiece con lo que ellas ven.
play-chair-include-send = Queremos a dos padres o madres en la próxima junta. ¿Qué hora les conviene a las familias, y quién puede interpretar?
play-chair-include-ask = ¿Cómo contaría nuestra meta una madre a su vecina?
play-chair-include-trap = Usar palabras que solo usa la escuela. Si alguien no sigue, pare y dígalo claro.

play-chair-quiet-do = Ponga un punto en la próxima junta: seguir con la meta, cambiarla o hacer una pausa.
play-chair-quiet-send = Hace días que no hay noticias de la meta. En la próxima junta veamos diez minutos: ¿seguimos, la cambiamos o hacemos una pausa? Las tres cosas están bien.
