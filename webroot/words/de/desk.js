// What stands on the desk besides the card: messages that change, contacts to finish, calls to return.
export default {
  'chat.unread.one': 'Eine neue',
  'chat.unread.other': '{n} neue',
  'message.deleted': 'Nachricht gelöscht',
  'message.deleted.at': 'vom Absender gelöscht um {at}',
  'message.edited': 'bearbeitet um {at}',
}
