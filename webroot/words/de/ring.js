// What rings beside, the list of all contacts, and what a screen reader is told of them.
export default {
  'tabs.list': 'Alle Kontakte',
  'tabs.more.one': '{n} weiterer Kontakt',
  'tabs.more.other': '{n} weitere Kontakte',
  'tabs.more.ring': 'klingelt',
  'ring.second': 'Es klingelt auch',
  'ring.likely': 'Wahrscheinlich',
  'ring.look': 'Ansehen',
  'spoken.reason': 'Wahrscheinlich: {reason}',
  'spoken.ended': 'Beendet, Nacharbeit offen',
  'spoken.gone': 'Nicht mehr auf Ihrem Schreibtisch',
  'keys.list': 'Alle laufenden Kontakte',
}
