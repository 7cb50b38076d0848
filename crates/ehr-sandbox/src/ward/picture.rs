//! Why people lie in the ward: each a plausible whole of ages, problems, medicines and usual vital signs.

/// A clinical picture.
pub(super) struct Picture {
    /// The youngest and the oldest age in years.
    pub(super) ages: (u8, u8),
    /// Why they came.
    pub(super) reason: Problem,
    /// What they had before.
    pub(super) history: &'static [Problem],
    pub(super) medicines: &'static [Medicine],
    pub(super) baseline: Baseline,
}

/// A problem in SNOMED CT.
pub(super) struct Problem {
    pub(super) code: &'static str,
    pub(super) english: &'static str,
    pub(super) french: &'static str,
}

/// A medicine in ATC.
pub(super) struct Medicine {
    pub(super) code: &'static str,
    pub(super) english: &'static str,
    pub(super) french: &'static str,
    pub(super) dosage_english: &'static str,
    pub(super) dosage_french: &'static str,
}

/// Vital signs about which the patient's swing.
pub(super) struct Baseline {
    /// Breaths a minute.
    pub(super) respiration: f64,
    /// Per cent.
    pub(super) saturation: f64,
    /// Litres a minute; 0 is air.
    pub(super) oxygen: f64,
    /// mmHg.
    pub(super) systolic: f64,
    /// Beats a minute.
    pub(super) pulse: f64,
    /// Degrees Celsius.
    pub(super) temperature: f64,
}

/// The picture of the patient at a place in the ward.
pub(super) fn of(index: usize) -> &'static Picture {
    &PICTURES[index % PICTURES.len()]
}

const fn problem(code: &'static str, english: &'static str, french: &'static str) -> Problem {
    Problem {
        code,
        english,
        french,
    }
}

const fn medicine(
    code: &'static str,
    [english, french]: [&'static str; 2],
    [dosage_english, dosage_french]: [&'static str; 2],
) -> Medicine {
    Medicine {
        code,
        english,
        french,
        dosage_english,
        dosage_french,
    }
}

const fn baseline(
    respiration: f64,
    saturation: f64,
    oxygen: f64,
    systolic: f64,
    pulse: f64,
    temperature: f64,
) -> Baseline {
    Baseline {
        respiration,
        saturation,
        oxygen,
        systolic,
        pulse,
        temperature,
    }
}

const HYPERTENSION: Problem = problem(
    "59621000",
    "Essential hypertension",
    "Hypertension artérielle essentielle",
);
const DIABETES: Problem = problem("44054006", "Type 2 diabetes mellitus", "Diabète de type 2");
const FIBRILLATION: Problem = problem("49436004", "Atrial fibrillation", "Fibrillation atriale");
const DEMENTIA: Problem = problem("52448006", "Dementia", "Démence");
const COPD: Problem = problem(
    "13645005",
    "Chronic obstructive pulmonary disease",
    "Bronchopneumopathie chronique obstructive",
);
const HYPOTHYROIDISM: Problem = problem("40930008", "Hypothyroidism", "Hypothyroïdie");

const PARACETAMOL: Medicine = medicine(
    "N02BE01",
    ["Paracetamol 1 g tablet", "Paracétamol 1 g comprimé"],
    [
        "1 g by mouth up to four times a day, as needed",
        "1 g per os jusqu'à quatre fois par jour si besoin",
    ],
);
const ENOXAPARIN: Medicine = medicine(
    "B01AB05",
    [
        "Enoxaparin 4,000 IU/0.4 mL injection",
        "Énoxaparine 4 000 UI/0,4 mL solution injectable",
    ],
    [
        "4,000 IU subcutaneously once a day",
        "4 000 UI en sous-cutané une fois par jour",
    ],
);
const BISOPROLOL: Medicine = medicine(
    "C07AB07",
    ["Bisoprolol 2.5 mg tablet", "Bisoprolol 2,5 mg comprimé"],
    ["2.5 mg by mouth in the morning", "2,5 mg per os le matin"],
);
const RAMIPRIL: Medicine = medicine(
    "C09AA05",
    ["Ramipril 5 mg capsule", "Ramipril 5 mg gélule"],
    ["5 mg by mouth in the evening", "5 mg per os le soir"],
);
const METFORMIN: Medicine = medicine(
    "A10BA02",
    ["Metformin 500 mg tablet", "Metformine 500 mg comprimé"],
    [
        "500 mg by mouth twice a day with meals",
        "500 mg per os deux fois par jour au repas",
    ],
);
const APIXABAN: Medicine = medicine(
    "B01AF02",
    ["Apixaban 5 mg tablet", "Apixaban 5 mg comprimé"],
    [
        "5 mg by mouth twice a day",
        "5 mg per os deux fois par jour",
    ],
);
const PANTOPRAZOLE: Medicine = medicine(
    "A02BC02",
    [
        "Pantoprazole 40 mg injection",
        "Pantoprazole 40 mg poudre pour injection",
    ],
    [
        "40 mg intravenously twice a day",
        "40 mg en intraveineux deux fois par jour",
    ],
);
const CO_AMOXICLAV: Medicine = medicine(
    "J01CR02",
    [
        "Co-amoxiclav 1.2 g injection",
        "Amoxicilline/acide clavulanique 1 g/200 mg injectable",
    ],
    [
        "1.2 g intravenously three times a day",
        "1,2 g en intraveineux trois fois par jour",
    ],
);
const CEFTRIAXONE: Medicine = medicine(
    "J01DD04",
    ["Ceftriaxone 2 g injection", "Ceftriaxone 2 g injectable"],
    [
        "2 g intravenously once a day",
        "2 g en intraveineux une fois par jour",
    ],
);
const FUROSEMIDE: Medicine = medicine(
    "C03CA01",
    ["Furosemide 40 mg tablet", "Furosémide 40 mg comprimé"],
    ["40 mg by mouth in the morning", "40 mg per os le matin"],
);
const SALBUTAMOL: Medicine = medicine(
    "R03AC02",
    [
        "Salbutamol 5 mg nebuliser solution",
        "Salbutamol 5 mg solution pour nébulisation",
    ],
    [
        "5 mg nebulised four times a day",
        "5 mg en nébulisation quatre fois par jour",
    ],
);
const PREDNISOLONE: Medicine = medicine(
    "H02AB06",
    ["Prednisolone 20 mg tablet", "Prednisolone 20 mg comprimé"],
    [
        "40 mg by mouth in the morning for 5 days",
        "40 mg per os le matin pendant 5 jours",
    ],
);
const MORPHINE: Medicine = medicine(
    "N02AA01",
    [
        "Morphine sulfate 10 mg/5 mL oral solution",
        "Morphine sulfate 10 mg/5 mL solution buvable",
    ],
    [
        "5 mg by mouth every 4 hours, as needed",
        "5 mg per os toutes les 4 heures si besoin",
    ],
);
const ASPIRIN: Medicine = medicine(
    "B01AC06",
    [
        "Aspirin 75 mg tablet",
        "Acide acétylsalicylique 75 mg comprimé",
    ],
    [
        "75 mg by mouth once a day",
        "75 mg per os une fois par jour",
    ],
);
const LEVOTHYROXINE: Medicine = medicine(
    "H03AA01",
    [
        "Levothyroxine 75 microgram tablet",
        "Lévothyroxine 75 microgrammes comprimé",
    ],
    [
        "75 micrograms by mouth before breakfast",
        "75 microgrammes per os avant le petit-déjeuner",
    ],
);

static PICTURES: &[Picture] = &[
    Picture {
        ages: (45, 88),
        reason: problem("233604007", "Pneumonia", "Pneumopathie"),
        history: &[HYPERTENSION, DIABETES],
        medicines: &[CO_AMOXICLAV, PARACETAMOL, METFORMIN, RAMIPRIL],
        baseline: baseline(18.0, 96.0, 0.0, 128.0, 84.0, 37.4),
    },
    Picture {
        ages: (62, 93),
        reason: problem("84114007", "Heart failure", "Insuffisance cardiaque"),
        history: &[FIBRILLATION, HYPERTENSION],
        medicines: &[FUROSEMIDE, BISOPROLOL, APIXABAN],
        baseline: baseline(17.0, 96.0, 0.0, 124.0, 78.0, 36.6),
    },
    Picture {
        ages: (55, 84),
        reason: problem("91302008", "Sepsis", "Sepsis"),
        history: &[DIABETES],
        medicines: &[CEFTRIAXONE, PARACETAMOL, ENOXAPARIN, METFORMIN],
        baseline: baseline(18.0, 96.0, 0.0, 118.0, 88.0, 37.2),
    },
    Picture {
        ages: (71, 97),
        reason: problem(
            "5913000",
            "Fracture of neck of femur",
            "Fracture du col du fémur",
        ),
        history: &[HYPERTENSION, DEMENTIA],
        medicines: &[ENOXAPARIN, PARACETAMOL, MORPHINE, RAMIPRIL],
        baseline: baseline(15.0, 97.0, 0.0, 134.0, 76.0, 36.8),
    },
    Picture {
        ages: (58, 86),
        reason: problem(
            "195951007",
            "Acute exacerbation of chronic obstructive airways disease",
            "Exacerbation aiguë de bronchopneumopathie chronique obstructive",
        ),
        history: &[COPD],
        medicines: &[SALBUTAMOL, PREDNISOLONE, ENOXAPARIN],
        baseline: baseline(19.0, 90.0, 1.0, 132.0, 86.0, 36.9),
    },
    Picture {
        ages: (52, 90),
        reason: problem(
            "230690007",
            "Cerebrovascular accident",
            "Accident vasculaire cérébral",
        ),
        history: &[FIBRILLATION, HYPERTENSION],
        medicines: &[ASPIRIN, RAMIPRIL, ENOXAPARIN],
        baseline: baseline(15.0, 97.0, 0.0, 146.0, 74.0, 36.7),
    },
    Picture {
        ages: (19, 79),
        reason: problem("45816000", "Pyelonephritis", "Pyélonéphrite"),
        history: &[],
        medicines: &[CEFTRIAXONE, PARACETAMOL],
        baseline: baseline(16.0, 98.0, 0.0, 122.0, 86.0, 37.5),
    },
    Picture {
        ages: (40, 85),
        reason: problem(
            "74474003",
            "Gastrointestinal hemorrhage",
            "Hémorragie digestive",
        ),
        history: &[FIBRILLATION],
        medicines: &[PANTOPRAZOLE, PARACETAMOL],
        baseline: baseline(16.0, 97.0, 0.0, 114.0, 86.0, 36.7),
    },
    Picture {
        ages: (28, 70),
        reason: problem("197456007", "Acute pancreatitis", "Pancréatite aiguë"),
        history: &[],
        medicines: &[MORPHINE, PARACETAMOL, ENOXAPARIN],
        baseline: baseline(16.0, 97.0, 0.0, 126.0, 85.0, 37.3),
    },
    Picture {
        ages: (33, 82),
        reason: problem("59282003", "Pulmonary embolism", "Embolie pulmonaire"),
        history: &[HYPOTHYROIDISM],
        medicines: &[APIXABAN, PARACETAMOL, LEVOTHYROXINE],
        baseline: baseline(18.0, 96.0, 0.0, 122.0, 86.0, 36.9),
    },
    Picture {
        ages: (48, 80),
        reason: problem("128045006", "Cellulitis", "Cellulite infectieuse"),
        history: &[DIABETES, HYPERTENSION],
        medicines: &[CO_AMOXICLAV, METFORMIN, PARACETAMOL],
        baseline: baseline(16.0, 97.0, 0.0, 136.0, 82.0, 37.2),
    },
    Picture {
        ages: (76, 98),
        reason: problem("2776000", "Delirium", "Syndrome confusionnel"),
        history: &[DEMENTIA, HYPOTHYROIDISM],
        medicines: &[LEVOTHYROXINE, PARACETAMOL],
        baseline: baseline(16.0, 96.0, 0.0, 130.0, 78.0, 36.7),
    },
];
