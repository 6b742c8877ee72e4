// What rings beside, the list of all contacts, and what a screen reader is told of them.
export default {
  'tabs.list': 'All contacts',
  'tabs.more.one': '{n} more contact',
  'tabs.more.other': '{n} more contacts',
  'tabs.more.ring': 'ringing',
  'ring.second': 'Also ringing',
  'ring.likely': 'Probably',
  'ring.look': 'Look',
  'spoken.reason': 'Probably: {reason}',
  'spoken.ended': 'Ended, wrap-up open',
  'spoken.gone': 'Off your desk',
  'keys.list': 'All contacts in hand',
}
