# Para representantes de la asociación.

play-building-rep-start-do = Haga una pregunta a sus colegas: ¿qué les dificulta las cosas a sus alumnos?
play-building-rep-start-send = Hola. Pregunté a mis colegas qué les dificulta las cosas a los alumnos, y hubo algo que se repitió mucho. ¿Nos vemos 20 minutos esta semana para elegir un paso pequeño?
play-building-rep-start-ask = Si algo pudiera ser más fácil para sus alumnos el mes que viene, ¿qué sería?
play-building-rep-start-trap = Esperar el plan perfecto. Elija algo pequeño que se pueda probar en tres semanas.

play-building-rep-build-do = Reúnase 20 minutos al mes con su enlace de la PTA, y fijen la próxima fecha antes de irse.
play-building-rep-build-send = Colegas: después de cada junta les cuento en tres líneas qué oímos y qué se decidió. Díganme qué llevo a la próxima.
play-building-rep-build-ask = ¿Qué quiere que lleve a la próxima junta?
play-building-rep-build-trap = Preguntar y no contar qué pasó después. Si nadie contesta, la gente deja de escribir.

play-building-rep-include-do = Invite en persona a un padre o a una madre a la próxima junta del equipo.
play-building-rep-include-send = Hola. Tenemos una meta para los alumnos y nos falta la mirada de una familia. ¿Vendría media hora? Puede ser por teléfono, y si no puede, no hay problema.
play-building-rep-include-ask = ¿Qué diría de esto su hijo o su hija?
play-building-rep-include-trap = Consultar a las familias sobre un plan ya hecho. Pregúnteles cuando todavía se puede cambiar.

play-building-rep-quiet-do = Pida diez minutos al equipo de la meta, y elijan algo pequeño para probarlo una semana.
play-building-rep-quiet-send = ¿Podemos dedicar diez minutos a nuestra meta esta semana? Quisiera elegir algo pequeño para probarlo una semana. Si no es buen momento, hacemos una pausa.
