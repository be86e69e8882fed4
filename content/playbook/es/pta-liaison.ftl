# Para el enlace de la PTA.

play-pta-liaison-start-do = Haga una pregunta a las familias: ¿qué le dificulta las cosas a su hijo o a su hija?
play-pta-liaison-start-send = Queridas familias: ¿qué les hace difícil el día de escuela a sus hijos? Bastan una o dos líneas, en el idioma que quieran. Por favor, sin nombres.
play-pta-liaison-start-ask = ¿Qué le gustaría que la escuela supiera de sus mañanas en casa?
play-pta-liaison-start-trap = Llevar una lista larga. Una cosa clara se hace; por diez solo le dan las gracias.

play-pta-liaison-build-do = Reúnase 20 minutos con quien representa a la asociación de educadores, y fijen la próxima fecha antes de irse.
play-pta-liaison-build-send = Hola. ¿Nos vemos 20 minutos cada mes? Usted oye lo que ven las maestras, y yo lo que ven las familias. Lo juntamos y elegimos una cosa.
play-pta-liaison-build-ask = ¿Qué oye usted de las familias que yo deba saber?
play-pta-liaison-build-trap = Hablar solo con la dirección. Las maestras ven otras cosas, y las ven cada día.

play-pta-liaison-include-do = Invite a alguien que nunca ha venido a una junta, y ofrézcale ir juntos.
play-pta-liaison-include-send = Queridas familias: hay un lugar para ustedes en el equipo de la escuela. Es una hora al mes, por teléfono si quieren, y hay intérprete. ¿Quieren venir una vez a ver?
play-pta-liaison-include-ask = ¿Qué le ha impedido venir hasta ahora?
play-pta-liaison-include-trap = Contar solo con quienes siempre vienen. Invite cada mes a una persona nueva.

play-pta-liaison-quiet-do = Pida diez minutos al equipo de la meta, y elijan algo pequeño para probarlo una semana.
play-pta-liaison-quiet-send = ¿Podemos dedicar diez minutos a nuestra meta esta semana? Quisiera contar a las familias cómo va. Si no es buen momento, hacemos una pausa.
