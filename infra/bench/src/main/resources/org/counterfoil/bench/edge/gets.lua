-- Asks one path again and again, each time as the next visitor:
-- wrk -s gets.lua <url> -- <threads> <path> [<file of visitor tokens, one a line>]
local started = 0

function setup(thread)
  thread:set("id", started)
  started = started + 1
end

function init(args)
  local threads = tonumber(args[1])
  local path = args[2]
  requests = {}
  if args[3] then
    local number = 0
    for token in io.lines(args[3]) do
      if number % threads == id then
        requests[#requests + 1] = wrk.format("GET", path, { ["Visitor-Token"] = token })
      end
      number = number + 1
    end
  else
    requests[1] = wrk.format("GET", path)
  end
  asked = 0
end

function request()
  asked = asked + 1
  return requests[asked % #requests + 1]
end

function done(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format("COUNTED requests=%d refused=%d broken=%d micros=%d\n",
    summary.requests, errors.status, errors.connect + errors.read + errors.write + errors.timeout,
    summary.duration))
end
