-- Makes the hash KEYS[1] hold exactly the fields ARGV[2..] (name, value, name, value) and live ARGV[1] milliseconds from now.
-- Fields that a row no longer has (null now, or a column of an earlier query) go; so does a value of another type under the key.
local set = redis.pcall('HSET', KEYS[1], unpack(ARGV, 2))
if type(set) == 'table' and set.err and string.find(set.err, 'WRONGTYPE', 1, true) == nil then
  return set
end
if type(set) == 'table' or redis.call('HLEN', KEYS[1]) * 2 > #ARGV - 1 then
  redis.call('DEL', KEYS[1])
  redis.call('HSET', KEYS[1], unpack(ARGV, 2))
end
return redis.call('PEXPIRE', KEYS[1], ARGV[1])
