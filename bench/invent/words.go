package invent

// Words that names and texts are put together from.

var givenNames = []string{
	"Ana", "Andrés", "Beatriz", "Carlos", "Carmen", "Clara", "Daniel", "Diego", "Elena", "Emilio", "Esteban", "Eva", "Felipe",
	"Fernando", "Gabriela", "Gonzalo", "Hugo", "Ignacio", "Inés", "Irene", "Isabel", "Javier", "Joaquín", "Jorge", "José", "Juan",
	"Julia", "Laura", "Leonor", "Lucía", "Luis", "Manuel", "Marcela", "María", "Martín", "Mateo", "Mercedes", "Miguel", "Nélida",
	"Óscar", "Pablo", "Paula", "Pedro", "Pilar", "Rafael", "Ramón", "Rosa", "Sara", "Sebastián", "Sofía", "Teresa", "Tomás", "Vicente", "Ximena",
}

var familyNames = []string{
	"Aguirre", "Alarcón", "Álvarez", "Arce", "Barreda", "Benítez", "Bravo", "Cáceres", "Campos", "Cárdenas", "Castaño", "Chávez",
	"Contreras", "Córdova", "Cueva", "Delgado", "Díaz", "Domínguez", "Echeverría", "Escobar", "Espinoza", "Fernández", "Figueroa",
	"Flores", "Fuentes", "García", "Gómez", "González", "Guerrero", "Gutiérrez", "Hernández", "Herrera", "Ibáñez", "Jiménez", "Lara",
	"León", "López", "Luna", "Maldonado", "Márquez", "Martínez", "Medina", "Mejía", "Mendoza", "Molina", "Montoya", "Morales", "Muñoz",
	"Navarro", "Núñez", "Ochoa", "Ortega", "Ortiz", "Pacheco", "Palacios", "Paredes", "Peña", "Pérez", "Ponce", "Quiroga", "Quispe",
	"Ramírez", "Ramos", "Reyes", "Ríos", "Rivera", "Robles", "Rodríguez", "Rojas", "Romero", "Ruiz", "Salazar", "Sánchez", "Santos",
	"Silva", "Soto", "Suárez", "Torres", "Valdivia", "Vargas", "Vega", "Velasco", "Vera", "Villanueva", "Yupanqui", "Zapata", "Zúñiga",
}

var (
	firstSyllables = []string{"Al", "Bar", "Cal", "Cor", "Dor", "El", "Fan", "Gal", "Hua", "Il", "Jar", "Lor", "Mon", "Nar", "Or", "Pal", "Quil", "Ran", "Sal", "Tar", "Ur", "Val", "Yan", "Zam"}
	nextSyllables  = []string{"ba", "ca", "che", "da", "dó", "fe", "gua", "la", "lé", "ma", "mi", "na", "no", "pe", "que", "ra", "ri", "sa", "ta", "té", "va", "vi", "zo"}
	lastSyllables  = []string{"mar", "nia", "rra", "sco", "ña", "llo", "nte", "ria", "dor", "cán", "lia", "tes"}
)

// both is a text in the two languages.
type both struct{ en, es string }

// with is the text with a name behind it.
func (b both) with(name string) both { return both{b.en + " " + name, b.es + " " + name} }

var (
	trades = []both{
		{"Diplomat", "Diplomático"}, {"Engineer", "Ingeniero"}, {"Jurist", "Jurista"}, {"Journalist", "Periodista"}, {"Physician", "Médico"},
		{"Merchant", "Comerciante"}, {"Soldier", "Militar"}, {"Teacher", "Docente"}, {"Historian", "Historiador"}, {"Trade unionist", "Sindicalista"},
	}
	bodies = []both{
		{"Ministry of Foreign Affairs", "Ministerio de Relaciones Exteriores"}, {"Chamber of Commerce", "Cámara de Comercio"},
		{"Court of Justice", "Corte de Justicia"}, {"Press Association", "Asociación de la Prensa"}, {"National Library", "Biblioteca Nacional"},
		{"Union of Workers", "Unión de Trabajadores"}, {"Geographical Society", "Sociedad Geográfica"}, {"Party of Concord", "Partido de la Concordia"},
	}
	happenings = []both{
		{"Meeting", "Reunión"}, {"Protest", "Protesta"}, {"Conference", "Conferencia"}, {"Strike", "Huelga"}, {"Inauguration", "Inauguración"},
		{"Raid", "Allanamiento"}, {"Arrest", "Detención"}, {"Departure of the envoy", "Partida del enviado"}, {"Announcement", "Anuncio"},
	}
	offices = []both{
		{"Ambassador", "Embajador"}, {"Secretary", "Secretario"}, {"Minister", "Ministro"}, {"Consul", "Cónsul"}, {"Director", "Director"},
		{"Spokesperson", "Portavoz"}, {"Prefect", "Prefecto"},
	}
	claims = []both{
		{"Having acted without instructions", "Haber actuado sin instrucciones"}, {"Having kept the letters back", "Haber retenido las cartas"},
		{"An act of courage", "Un acto de valor"}, {"A breach of what had been agreed", "Una infracción de lo acordado"},
		{"Nothing but a misunderstanding", "Nada más que un malentendido"}, {"A debt that was never paid", "Una deuda que nunca se pagó"},
		{"The work of others, done under this name", "La obra de otros, hecha bajo este nombre"}, {"A step towards an understanding", "Un paso hacia el entendimiento"},
	}
	notes = []both{
		{"The text says Monday; it is dated Tuesday", "El texto dice lunes; está fechado en martes"},
		{"The text gives the year only", "El texto solo da el año"},
		{"The name is spelt in two ways in the text", "El nombre figura de dos maneras en el texto"},
		{"The text does not say who counted", "El texto no dice quién contó"},
	}
	reasons = []both{
		{"It rests on the register of the time", "Se apoya en el registro de la época"},
		{"The other text was written forty years later", "El otro texto se escribió cuarenta años después"},
	}
	details = []both{
		{"By decree", "Por decreto"}, {"Ad interim", "De forma interina"}, {"At the request of the other side", "A petición de la otra parte"},
	}
	publishers = []string{"El Correo del Sur", "The Harbour Gazette", "La Opinión", "Annals of the Society", "Boletín Oficial", "The Evening Register"}
	languages  = []string{"es", "en", "pt", "fr", "qu", "ay"}
)
