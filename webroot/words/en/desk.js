// What stands on the desk besides the card: messages that change, contacts to finish, calls to return.
export default {
  'chat.unread.one': 'One new',
  'chat.unread.other': '{n} new',
  'message.deleted': 'Message deleted',
  'message.deleted.at': 'deleted by the sender at {at}',
  'message.edited': 'edited at {at}',
}
