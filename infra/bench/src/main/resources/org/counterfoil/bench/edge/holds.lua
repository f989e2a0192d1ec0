-- Asks for pairs of neighbours, each once: wrk -s holds.lua <url> -- <threads> <salt> <token> <pairs> <performance>...
local started = 0

function setup(thread)
  thread:set("id", started)
  started = started + 1
end

function init(args)
  threads = tonumber(args[1])
  salt = tonumber(args[2])
  pairsPerHall = tonumber(args[4])
  paths = {}
  for i = 5, #args do
    paths[#paths + 1] = "/api/v1/performances/" .. args[i] .. "/holds"
  end
  headers = {
    ["Content-Type"] = "application/json",
    ["Authorization"] = "Bearer " .. args[3],
  }
  asked = 0
end

function request()
  local number = asked * threads + id
  asked = asked + 1
  local hall = math.floor(number / pairsPerHall) % #paths + 1
  local pair = number % pairsPerHall
  local row = math.floor(pair / 50) + 1
  local seat = pair % 50 * 2 + 1
  headers["Idempotency-Key"] = string.format("%08x-0000-7000-8000-%012x", salt, number)
  return wrk.format("POST", paths[hall], headers,
    string.format('{"seats":["S-%d-%d","S-%d-%d"]}', row, seat, row, seat + 1))
end

function done(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format("COUNTED requests=%d refused=%d broken=%d micros=%d\n",
    summary.requests, errors.status, errors.connect + errors.read + errors.write + errors.timeout,
    summary.duration))
end
