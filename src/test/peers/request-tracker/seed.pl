# Through Request Tracker's own modules; run again it makes the tickets anew.
use strict; use warnings; use utf8;
use lib '/usr/share/request-tracker5/lib';
use RT; RT::LoadConfig(); RT::Init();
binmode STDOUT, ':utf8';

my $system = RT->SystemUser;
my $queue = RT::Queue->new($system);
$queue->Load('Service');
unless ($queue->Id) { my ($ok, $why) = $queue->Create(Name => 'Service'); die $why unless $ok; }

sub user {
  my ($name, $mail, $privileged) = @_;
  my $user = RT::User->new($system);
  $user->LoadByEmail($mail);
  unless ($user->Id) {
    my ($ok, $why) = $user->Create(Name => $mail, EmailAddress => $mail, RealName => $name, Privileged => $privileged);
    die $why unless $ok;
  }
  return $user;
}

my $mia = user('Mia Falk', 'mia.falk@example.test', 0);
my $jo = user('Jo Ohm', 'jo.ohm@example.test', 0);
my $assistant = user('Assistant', 'assistant@example.test', 1);
for my $right (qw(SeeQueue ShowTicket ShowTicketComments CommentOnTicket)) {
  $assistant->PrincipalObj->GrantRight(Right => $right, Object => $queue)
    unless $assistant->PrincipalObj->HasRight(Right => $right, Object => $queue);
}

my $old = RT::Tickets->new($system);
$old->FromSQL("Queue = 'Service' AND Status != 'deleted'");
while (my $ticket = $old->Next) { $ticket->SetStatus('deleted') }

sub ticket {
  my ($who, $subject, $priority, $status) = @_;
  my $ticket = RT::Ticket->new($system);
  my ($id, undef, $why) = $ticket->Create(Queue => $queue->Id, Subject => $subject,
    Requestor => [$who->EmailAddress], Priority => $priority);
  die $why unless $id;
  $ticket->SetStatus($status) unless $status eq 'new';
  print "ticket $id $status $subject\n";
}

ticket($mia, 'Lieferung kommt nicht an', 90, 'open');
ticket($mia, 'Rechnung über 0 €', 10, 'stalled');
ticket($mia, 'Längst erledigt', 10, 'resolved');
ticket($jo, 'Somebody else’s', 50, 'open');

my $tokens = RT::AuthTokens->new($system);
$tokens->LimitOwner(VALUE => $assistant->Id);
while (my $one = $tokens->Next) { $one->Delete }
my ($ok, $why, $token) = RT::AuthToken->new($system)->Create(Owner => $assistant->Id, Description => 'shopbell');
die $why unless $ok;
print "token $token\n";
