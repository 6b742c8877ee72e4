-- old guesses are pruned, the eldest first
create index guess_age on guess (at);
